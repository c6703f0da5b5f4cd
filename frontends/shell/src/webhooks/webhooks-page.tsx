import {
  Button,
  EmptyState,
  IconPlus,
  IconWebhook,
  PageHeader,
  ProblemAlert,
  Skeleton,
  Stack,
} from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { useState } from 'react';
import { useQuery } from 'urql';
import { readFragment } from '../gql/index.ts';
import { Arrival } from '../tab/arrival.tsx';
import { DeliveriesDrawer } from './deliveries-drawer.tsx';
import { SecretDialog } from './secret-dialog.tsx';
import { WebhookCard } from './webhook-card.tsx';
import { WebhookDialog } from './webhook-dialog.tsx';
import { WebhookFragment, WebhooksQuery } from './webhooks.operations.ts';
import classes from './webhooks.module.css';

/** What lies over the list. */
type Over =
  { kind: 'create' } | { kind: 'edit' | 'deliveries'; id: string } | { kind: 'secret'; secret: string };

export function WebhooksPage() {
  const { t } = useMessages('webhooks');
  // Stays while it closes, so that nothing changes on its way out.
  const [over, setOver] = useState<Over>({ kind: 'create' });
  const [opened, setOpened] = useState(false);
  const [{ data, error }, ask] = useQuery({ query: WebhooksQuery, requestPolicy: 'cache-and-network' });
  const webhooks = data?.webhooks?.map((webhook) => readFragment(WebhookFragment, webhook));
  const failed = error && !webhooks;
  const close = () => setOpened(false);
  const open = (next: Over) => {
    setOver(next);
    setOpened(true);
  };
  const showSecret = (secret: string) => open({ kind: 'secret', secret });
  const chosen = (kind: 'edit' | 'deliveries') =>
    over.kind === kind ? webhooks?.find(({ id }) => id === over.id) : undefined;
  const edited = chosen('edit');
  const create = (
    <Button leftSection={<IconPlus size={17} stroke={1.75} />} onClick={() => open({ kind: 'create' })}>
      {t('create')}
    </Button>
  );
  return (
    <>
      <Arrival title={t('common:pageTitle', { page: t('title') })} place="webhooks" />
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={webhooks && webhooks.length > 0 && create}
      />
      {failed && <ProblemAlert problem={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />}
      {!failed && !webhooks && (
        <Stack gap="sm" role="status" aria-busy="true" aria-label={t('common:loading')}>
          <Skeleton h={88} />
          <Skeleton h={88} />
        </Stack>
      )}
      {webhooks?.length === 0 && (
        <EmptyState icon={<IconWebhook size={28} stroke={1.6} />} title={t('empty.title')} actions={create}>
          {t('empty.body')}
        </EmptyState>
      )}
      {webhooks && webhooks.length > 0 && (
        <ul className={classes.list} aria-label={t('list')}>
          {webhooks.map((webhook) => (
            <WebhookCard
              key={webhook.id}
              webhook={webhook}
              onEdit={() => open({ kind: 'edit', id: webhook.id })}
              onDeliveries={() => open({ kind: 'deliveries', id: webhook.id })}
              onSecret={showSecret}
            />
          ))}
        </ul>
      )}
      <WebhookDialog
        opened={opened && (over.kind === 'create' || edited !== undefined)}
        webhook={edited}
        onClose={close}
        onCreated={showSecret}
      />
      <SecretDialog
        opened={opened && over.kind === 'secret'}
        secret={over.kind === 'secret' ? over.secret : ''}
        onClose={close}
      />
      <DeliveriesDrawer opened={opened} webhook={chosen('deliveries')} onClose={close} />
    </>
  );
}
