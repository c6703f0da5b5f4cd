import { useMutation } from 'urql';
import {
  Badge,
  Button,
  confirm,
  CopyButton,
  Group,
  IconCheck,
  IconCopy,
  Text,
  TextInput,
  toast,
} from '@colloquy/ui';
import { formatDate, formatDateTime, useMessages } from '@colloquy/web-kit';
import type { ShareLinkRowFragment as Link } from '../gql/graphql.ts';
import { RevokeShareLinkMutation } from './share.operations.ts';

interface ShareLinkItemProps {
  readonly link: Link;
  /** Made just now: its copy button has the focus. */
  readonly isNew: boolean;
}

/** One link: its address to copy, what it shows, who came by it, and how to take it back. */
export function ShareLinkItem({ link, isNew }: ShareLinkItemProps) {
  const { t } = useMessages('share');
  const [{ fetching }, revoke] = useMutation(RevokeShareLinkMutation);
  const { id, url, active, audio, names, expiresAt, revokedAt, openCount, lastOpenedAt } = link;
  const address = url && new URL(url, location.origin).href;
  const takeBack = async () => {
    const sure = await confirm({
      title: t('revoke.title'),
      body: t('revoke.body'),
      confirm: t('revoke.confirm'),
      cancel: t('common:cancel'),
      dangerous: true,
    });
    if (!sure) return;
    const { data, error } = await revoke({ id });
    if (data?.revokeShareLink.__typename === 'ShareLink') return;
    toast.failed({ message: data?.revokeShareLink.message ?? error?.message ?? t('common:problem.network') });
  };
  return (
    <div role="listitem" className="transcript-share-link" data-over={!active || undefined}>
      {active && address && (
        <Group gap="xs" wrap="nowrap">
          <TextInput
            flex={1}
            readOnly
            value={address}
            aria-label={t('address')}
            onFocus={(event) => event.currentTarget.select()}
          />
          <CopyButton value={address}>
            {({ copied, copy }) => (
              <Button
                variant="light"
                autoFocus={isNew}
                leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
                onClick={copy}
              >
                {t(copied ? 'copied' : 'copy')}
              </Button>
            )}
          </CopyButton>
        </Group>
      )}
      <Group justify="space-between" gap="xs" mt={4}>
        <Group gap={6}>
          {!active && (
            <Badge variant="light" color="gray" tt="none">
              {t(revokedAt ? 'state.revoked' : 'state.expired')}
            </Badge>
          )}
          {!names && (
            <Badge variant="light" color="gray" tt="none">
              {t('state.noNames')}
            </Badge>
          )}
          {!audio && (
            <Badge variant="light" color="gray" tt="none">
              {t('state.noAudio')}
            </Badge>
          )}
          <Text size="xs" c="dimmed">
            {active && `${t('until', { date: formatDate(expiresAt) })} · `}
            {t('opened', { count: openCount })}
            {lastOpenedAt && ` · ${t('lastOpened', { when: formatDateTime(lastOpenedAt) })}`}
          </Text>
        </Group>
        {active && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="red"
            loading={fetching}
            onClick={() => void takeBack()}
          >
            {t('revoke.do')}
          </Button>
        )}
      </Group>
    </div>
  );
}
