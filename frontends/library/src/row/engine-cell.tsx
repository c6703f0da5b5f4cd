import { Stack, Text, Tooltip } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import type { RecordingRowFragment } from '../gql/graphql.ts';

/** Which engines made the transcript; each with its model, version and time on hover. */
export function EngineCell({ engineRuns }: Pick<RecordingRowFragment, 'engineRuns'>) {
  const { t } = useMessages('library');
  // Beside the title stands already that it was imported.
  const names = [...new Set(engineRuns.map(({ engine }) => engine))].filter((name) => name !== 'import');
  if (names.length === 0) return null;
  const lines = engineRuns.map(({ seconds, ...run }) =>
    t('engineRun', { ...run, seconds: Number(seconds.toFixed(1)) }),
  );
  return (
    <Tooltip
      multiline
      label={
        <Stack gap={2}>
          {lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </Stack>
      }
    >
      <Text size="xs" c="dimmed" truncate maw={130}>
        {names.join(' + ')}
      </Text>
    </Tooltip>
  );
}
