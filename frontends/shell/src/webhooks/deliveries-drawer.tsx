import {
  Button,
  Drawer,
  Group,
  IconRefresh,
  IconSend,
  Loader,
  ProblemAlert,
  SegmentedControl,
  Text,
  toast,
  told,
} from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { useEffect, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import type { WebhookCardFragment as Webhook } from '../gql/graphql.ts';
import { DeliveryItem } from './delivery-item.tsx';
import { useWebhookActions } from './use-webhook-actions.ts';
import {
  RedriveWebhookDeliveriesMutation,
  RedriveWebhookDeliveryMutation,
  WebhookDeliveriesQuery,
} from './webhooks.operations.ts';
import classes from './webhooks.module.css';

/** How often it is looked again while something is due. */
const LOOK_AGAIN_MS = 1_500;

interface DeliveriesDrawerProps {
  opened: boolean;
  webhook: Webhook | undefined;
  onClose: () => void;
}

/** The log of one webhook: what was sent, what was answered, and another try for what was given up. */
export function DeliveriesDrawer({ opened, webhook, onClose }: DeliveriesDrawerProps) {
  const { t } = useMessages('webhooks');
  return (
    <Drawer
      opened={opened && webhook !== undefined}
      onClose={onClose}
      position="right"
      size="lg"
      title={t('log.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {webhook && <DeliveryLog webhook={webhook} />}
    </Drawer>
  );
}

function DeliveryLog({ webhook }: { webhook: Webhook }) {
  const { t } = useMessages('webhooks');
  const { sendTest } = useWebhookActions(webhook);
  const [onlyDead, setOnlyDead] = useState(false);
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, error }, ask] = useQuery({
    query: WebhookDeliveriesQuery,
    variables: { id: webhook.id, after, status: onlyDead ? 'DEAD_LETTER' : null },
    requestPolicy: 'cache-and-network',
  });
  const [, redriveOne] = useMutation(RedriveWebhookDeliveryMutation);
  const [, redriveMany] = useMutation(RedriveWebhookDeliveriesMutation);
  const log = data?.webhook?.deliveries;
  const deliveries = log?.edges.map(({ node }) => node) ?? [];
  const dead = data?.webhook?.deadLetterCount ?? 0;
  const look = () => ask({ requestPolicy: 'network-only' });
  const dueAt = Math.min(
    ...deliveries.map(({ nextAttemptAt }) => Date.parse(nextAttemptAt ?? '') || Infinity),
  );
  useEffect(() => {
    if (dueAt === Infinity) return;
    const timer = setInterval(() => {
      if (Date.now() > dueAt) ask({ requestPolicy: 'network-only' });
    }, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [dueAt, ask]);

  const redrive = async (id: string) => {
    const answer = await redriveOne({ id });
    if (told(answer.data?.redriveWebhookDelivery, answer.error)) look();
  };
  const redriveAll = async () => {
    const answer = await redriveMany({ webhookId: webhook.id });
    const redriven = told(answer.data?.redriveWebhookDeliveries, answer.error);
    if (!redriven) return;
    toast.done({ message: t('log.redriven', { count: redriven.count }) });
    look();
  };
  const test = async () => {
    if (!(await sendTest())) return;
    setAfter(null);
    setOnlyDead(false);
    look();
  };

  return (
    <>
      <Text size="sm" c="dimmed" className={classes.url} mb="md">
        {webhook.url}
      </Text>
      <Group justify="space-between" mb="md" gap="sm">
        <SegmentedControl
          size="xs"
          aria-label={t('log.show')}
          value={onlyDead ? 'DEAD_LETTER' : 'all'}
          onChange={(value) => {
            setOnlyDead(value === 'DEAD_LETTER');
            setAfter(null);
          }}
          data={[
            { value: 'all', label: t('log.all') },
            { value: 'DEAD_LETTER', label: t('log.DEAD_LETTER') },
          ]}
        />
        <Group gap="xs">
          {dead > 0 && (
            <Button
              size="xs"
              variant="light"
              leftSection={<IconRefresh size={15} />}
              onClick={() => void redriveAll()}
            >
              {t('log.redriveAll', { count: dead })}
            </Button>
          )}
          <Button
            size="xs"
            variant="default"
            leftSection={<IconSend size={15} />}
            onClick={() => void test()}
          >
            {t('test')}
          </Button>
        </Group>
      </Group>
      {error && !log && <ProblemAlert problem={error} onRetry={look} />}
      {!error && !log && <Loader role="status" aria-label={t('common:loading')} />}
      {log && deliveries.length === 0 && (
        <Text c="dimmed" size="sm" ta="center" py="xl">
          {t(onlyDead ? 'log.emptyDead' : 'log.empty')}
        </Text>
      )}
      {deliveries.length > 0 && (
        <ul className={classes.list} aria-label={t('log.title')}>
          {deliveries.map((delivery) => (
            <DeliveryItem key={delivery.id} delivery={delivery} onRedrive={() => void redrive(delivery.id)} />
          ))}
        </ul>
      )}
      {log && (after !== null || log.pageInfo.hasNextPage) && (
        <Group justify="center" mt="md" gap="xs">
          <Button variant="default" size="xs" disabled={after === null} onClick={() => setAfter(null)}>
            {t('log.newest')}
          </Button>
          <Button
            variant="default"
            size="xs"
            disabled={!log.pageInfo.hasNextPage}
            onClick={() => setAfter(log.pageInfo.endCursor ?? null)}
          >
            {t('log.older')}
          </Button>
        </Group>
      )}
    </>
  );
}
