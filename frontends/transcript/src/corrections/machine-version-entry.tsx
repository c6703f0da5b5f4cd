import { Button, Group, Text } from '@colloquy/ui';
import { formatDateTime, useMessages } from '@colloquy/web-kit';
import type { MachineVersionFragment } from '../gql/graphql.ts';
import { useSession } from '../session/transcript-session.ts';
import { machineVersionName } from '../versions/machine-version-name.ts';
import { RestoreTranscriptMutation } from './correction.operations.ts';

interface MachineVersionEntryProps {
  readonly entry: MachineVersionFragment;
  /** Of the transcript, as it is now. */
  readonly current: number;
  /** Shows a version of the transcript. */
  onView(version: number): void;
}

/** What processing made, among the corrections: with which engine and when, and the way back to it. */
export function MachineVersionEntry({ entry, current, onView }: MachineVersionEntryProps) {
  const { t } = useMessages('transcript');
  const { corrections, recordingId } = useSession();
  const { version } = entry;
  const restore = () =>
    corrections.make(RestoreTranscriptMutation, { recordingId, version, expectedVersion: current });
  return (
    <div className="transcript-history">
      <Text size="sm" fw={600}>
        {machineVersionName(entry, t)}
      </Text>
      <Text size="xs" c="dimmed">
        {formatDateTime(entry.createdAt)}
      </Text>
      <Group gap="xs">
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onView(version)}>
          {t('history.view', { version })}
        </Button>
        {version !== current && (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => void restore()}>
            {t('history.restoreThis')}
          </Button>
        )}
      </Group>
    </div>
  );
}
