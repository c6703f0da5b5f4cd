import {
  ActionIcon,
  Badge,
  Button,
  Group,
  IconDots,
  IconKey,
  IconPencil,
  IconPower,
  IconSend,
  IconTrash,
  Menu,
  Text,
} from '@colloquy/ui';
import { formatDateTime, useMessages } from '@colloquy/web-kit';
import type { WebhookCardFragment as Webhook } from '../gql/graphql.ts';
import { useWebhookActions } from './use-webhook-actions.ts';
import classes from './webhooks.module.css';

interface WebhookCardProps {
  webhook: Webhook;
  onEdit: () => void;
  onDeliveries: () => void;
  onSecret: (secret: string) => void;
}

export function WebhookCard({ webhook, onEdit, onDeliveries, onSecret }: WebhookCardProps) {
  const { t } = useMessages('webhooks');
  const actions = useWebhookActions(webhook);
  const { url, description, events, enabled, deadLetterCount, oldSecretValidUntil } = webhook;
  const icon = { size: 16, stroke: 1.75 };
  const rotate = async () => {
    const secret = await actions.rotate();
    if (secret) onSecret(secret);
  };
  const test = async () => {
    if (await actions.sendTest()) onDeliveries();
  };
  return (
    <li className={classes.card} data-off={!enabled || undefined}>
      <div className={classes.facts}>
        <Text fw={550} className={classes.url}>
          {url}
        </Text>
        {description && (
          <Text size="sm" c="dimmed">
            {description}
          </Text>
        )}
        <Group gap={6} mt={8}>
          {!enabled && <Badge color="yellow">{t('off')}</Badge>}
          {deadLetterCount > 0 && <Badge color="red">{t('givenUp', { count: deadLetterCount })}</Badge>}
          {events.map((event) => (
            <Badge key={event} color="gray">
              {t(`event.${event}`)}
            </Badge>
          ))}
        </Group>
        {oldSecretValidUntil && (
          <Text size="xs" c="dimmed" mt={8}>
            {t('bothSign', { time: formatDateTime(oldSecretValidUntil) })}
          </Text>
        )}
      </div>
      <Group gap="xs" wrap="nowrap" className={classes.tools}>
        <Button variant="default" size="xs" aria-label={t('deliveriesOf', { url })} onClick={onDeliveries}>
          {t('deliveries')}
        </Button>
        <Menu position="bottom-end" width={190} shadow="md" withinPortal={false}>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('actionsOf', { url })}>
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPencil {...icon} />} onClick={onEdit}>
              {t('edit')}
            </Menu.Item>
            <Menu.Item leftSection={<IconSend {...icon} />} onClick={() => void test()}>
              {t('test')}
            </Menu.Item>
            <Menu.Item leftSection={<IconKey {...icon} />} onClick={() => void rotate()}>
              {t('rotate')}
            </Menu.Item>
            <Menu.Item leftSection={<IconPower {...icon} />} onClick={() => void actions.toggle()}>
              {t(enabled ? 'switchOff' : 'switchOn')}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item
              color="var(--mantine-color-error)"
              leftSection={<IconTrash {...icon} />}
              onClick={() => void actions.remove()}
            >
              {t('delete')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
    </li>
  );
}
