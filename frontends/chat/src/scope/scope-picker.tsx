import { useState } from 'react';
import { useQuery } from 'urql';
import {
  Button,
  Checkbox,
  IconPlus,
  IconSearch,
  Loader,
  Popover,
  ProblemAlert,
  ScrollArea,
  Text,
  TextInput,
  useDebouncedValue,
} from '@colloquy/ui';
import { formatDate, formatDuration, useMessages } from '@colloquy/web-kit';
import { AskableRecordingsQuery } from './scope.operations.ts';
import { ScopePill } from './scope-pill.tsx';

/** Recordings offered at once; the search finds the others. */
const OFFERED = 30;

interface ScopePickerProps {
  /** Recordings asked about; none means all. */
  readonly chosen: readonly string[];
  onChoose(chosen: readonly string[]): void;
}

/** What a new conversation is about: everything, or the recordings picked. */
export function ScopePicker({ chosen, onChoose }: ScopePickerProps) {
  const { t } = useMessages('chat');
  const remove = (id: string) => onChoose(chosen.filter((one) => one !== id));
  return (
    <div className="chat-scope">
      <span className="chat-scope-label">{t('scope.label')}</span>
      {chosen.length === 0 && <span className="chat-scope-all">{t('scope.all')}</span>}
      {chosen.map((id) => (
        <ScopePill key={id} id={id} onRemove={() => remove(id)} />
      ))}
      <Popover width={340} position="top-start" withinPortal trapFocus shadow="md">
        <Popover.Target>
          <Button size="compact-xs" variant="subtle" leftSection={<IconPlus size={13} />}>
            {t('scope.choose')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('scope.choose')}>
          <Choices chosen={chosen} onChoose={onChoose} />
        </Popover.Dropdown>
      </Popover>
      {chosen.length > 0 && (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onChoose([])}>
          {t('scope.clear')}
        </Button>
      )}
    </div>
  );
}

function Choices({ chosen, onChoose }: ScopePickerProps) {
  const { t } = useMessages('chat');
  const [search, setSearch] = useState('');
  const [settled] = useDebouncedValue(search.trim(), 250);
  const [{ data, error, fetching }, ask] = useQuery({
    query: AskableRecordingsQuery,
    variables: { search: settled || null, first: OFFERED },
    requestPolicy: 'cache-and-network',
  });
  const connection = data?.recordings;
  const recordings = connection?.edges.map(({ node }) => node) ?? [];
  const total = connection?.totalCount ?? 0;
  return (
    <>
      <TextInput
        data-autofocus
        size="sm"
        maxLength={200}
        leftSection={fetching ? <Loader size={14} /> : <IconSearch size={15} />}
        placeholder={t('scope.search')}
        aria-label={t('scope.search')}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {error && !connection && (
        <ProblemAlert problem={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
      )}
      <ScrollArea.Autosize
        mah={280}
        mt="xs"
        offsetScrollbars
        viewportProps={{ tabIndex: 0, 'aria-label': t('scope.choose'), role: 'group' }}
      >
        {recordings.map(({ id, title, createdAt, recordedAt, durationMs }) => (
          <Checkbox
            key={id}
            className="chat-choice"
            label={title}
            description={[formatDate(recordedAt ?? createdAt), durationMs ? formatDuration(durationMs) : null]
              .filter(Boolean)
              .join(' · ')}
            checked={chosen.includes(id)}
            onChange={(event) =>
              onChoose(event.currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
            }
          />
        ))}
        {connection && recordings.length === 0 && (
          <Text size="sm" c="dimmed" py="xs">
            {t('scope.nothing')}
          </Text>
        )}
        {total > recordings.length && (
          <Text size="xs" c="dimmed" pt="xs">
            {t('scope.more', { count: total - recordings.length })}
          </Text>
        )}
      </ScrollArea.Autosize>
    </>
  );
}
