import { Group, Pill, Select, useDebouncedValue } from '@colloquy/ui';
import { formatDate, useMessages } from '@colloquy/web-kit';
import { useState } from 'react';
import { useQuery } from 'urql';
import { SearchableRecordingsQuery, SearchedRecordingQuery } from './search.operations.ts';

interface RecordingFilterProps {
  chosen: readonly string[];
  onChoose: (chosen: readonly string[]) => void;
}

/** The recordings that are searched; none means all. */
export function RecordingFilter({ chosen, onChoose }: RecordingFilterProps) {
  const { t } = useMessages('shell');
  const [typed, setTyped] = useState('');
  const [title] = useDebouncedValue(typed.trim(), 250);
  const [{ data }] = useQuery({
    query: SearchableRecordingsQuery,
    variables: { search: title || null },
    requestPolicy: 'cache-and-network',
  });
  const offered = (data?.recordings?.edges ?? [])
    .map(({ node: { id, title, recordedAt, createdAt } }) => ({
      value: id,
      // Titles alone may be the same.
      label: `${title} · ${formatDate(recordedAt ?? createdAt)}`,
    }))
    .filter(({ value }) => !chosen.includes(value));
  return (
    <div>
      <Select
        label={t('searchPage.recordings')}
        placeholder={t(chosen.length === 0 ? 'searchPage.allRecordings' : 'searchPage.anotherRecording')}
        searchable
        value={null}
        searchValue={typed}
        onSearchChange={setTyped}
        data={offered}
        // The server has searched already, also beyond what is offered.
        filter={({ options }) => options}
        nothingFoundMessage={t('searchPage.noRecording')}
        comboboxProps={{ withinPortal: false }}
        onChange={(id) => {
          if (id) onChoose([...chosen, id]);
          setTyped('');
        }}
      />
      {chosen.length > 0 && (
        <Group gap={6} mt={6}>
          {chosen.map((id) => (
            <ChosenRecording
              key={id}
              id={id}
              onRemove={() => onChoose(chosen.filter((other) => other !== id))}
            />
          ))}
        </Group>
      )}
    </div>
  );
}

function ChosenRecording({ id, onRemove }: { id: string; onRemove: () => void }) {
  const { t } = useMessages('shell');
  const [{ data }] = useQuery({ query: SearchedRecordingQuery, variables: { id } });
  const title = data ? (data.recording?.title ?? t('searchPage.goneRecording')) : '…';
  return (
    <Pill
      withRemoveButton
      onRemove={onRemove}
      removeButtonProps={{
        'aria-label': t('searchPage.removeRecording', { title }),
        tabIndex: 0,
        'aria-hidden': false,
      }}
    >
      {title}
    </Pill>
  );
}
