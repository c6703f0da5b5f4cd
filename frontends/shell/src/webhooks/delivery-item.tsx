import {
  Badge,
  Button,
  Collapse,
  Group,
  IconChevronDown,
  IconRefresh,
  Text,
  UnstyledButton,
} from '@colloquy/ui';
import { formatAgo, formatDateTime, useMessages } from '@colloquy/web-kit';
import { useId, useState } from 'react';
import type { WebhookDeliveriesQuery, WebhookDeliveryStatus } from '../gql/graphql.ts';
import classes from './webhooks.module.css';

type Connection = NonNullable<NonNullable<WebhookDeliveriesQuery['webhook']>['deliveries']>;
export type Delivery = Connection['edges'][number]['node'];

const COLORS: Record<WebhookDeliveryStatus, string> = {
  PENDING: 'blue',
  DELIVERED: 'green',
  DEAD_LETTER: 'red',
};

/** One delivery; unfolded, with what was sent and what was answered. */
export function DeliveryItem({ delivery, onRedrive }: { delivery: Delivery; onRedrive: () => void }) {
  const { t } = useMessages('webhooks');
  const [unfolded, setUnfolded] = useState(false);
  const detailsId = useId();
  const { type, status, attempts, createdAt, nextAttemptAt, error } = delivery;
  return (
    <li className={classes.delivery}>
      <UnstyledButton
        className={classes.deliveryHead}
        aria-expanded={unfolded}
        aria-controls={detailsId}
        onClick={() => setUnfolded(!unfolded)}
      >
        <IconChevronDown size={16} className={classes.chevron} aria-hidden />
        <Text component="span" size="sm" fw={550} className={classes.type}>
          {type}
        </Text>
        <Badge color={COLORS[status]}>{t(`log.status.${status}`)}</Badge>
        <Text component="span" size="xs" c="dimmed" className={classes.when}>
          <time dateTime={createdAt} title={formatDateTime(createdAt)}>
            {formatAgo(createdAt)}
          </time>
          {` · ${t('log.attempts', { count: attempts })}`}
          {nextAttemptAt && attempts > 0 && ` · ${t('log.next', { time: formatAgo(nextAttemptAt) })}`}
        </Text>
      </UnstyledButton>
      {error && (
        <Text size="xs" c="var(--mantine-color-error)" className={classes.error}>
          {error}
        </Text>
      )}
      {status === 'DEAD_LETTER' && (
        <Button
          size="compact-xs"
          variant="light"
          className={classes.redrive}
          leftSection={<IconRefresh size={14} />}
          onClick={onRedrive}
        >
          {t('log.redrive')}
        </Button>
      )}
      <Collapse expanded={unfolded} id={detailsId}>
        <div className={classes.bodies}>
          <Body title={t('log.request')} text={delivery.requestBody} />
          <Body
            title={t('log.answer')}
            status={delivery.responseStatus ?? null}
            text={answerText(delivery, t('log.noAnswer'), t('log.emptyAnswer'))}
          />
        </div>
      </Collapse>
    </li>
  );
}

function Body({ title, text, status = null }: { title: string; text: string; status?: number | null }) {
  return (
    <section aria-label={title}>
      <Group gap={6} mb={4}>
        <Text size="xs" fw={600}>
          {title}
        </Text>
        {status !== null && <Badge color={status < 300 ? 'green' : 'red'}>{status}</Badge>}
      </Group>
      <pre className={classes.body} role="group" aria-label={title} tabIndex={0}>
        {indented(text)}
      </pre>
    </section>
  );
}

const answerText = ({ responseStatus, responseBody }: Delivery, none: string, empty: string) =>
  responseStatus === null || responseStatus === undefined ? none : responseBody || empty;

/** JSON in lines; anything else as it is. */
function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
