import { Group, SpeakerChip, Text, Tooltip } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import type { RecordingRowFragment } from '../gql/graphql.ts';

const SHOWN = 2;

export function SpeakersCell({ transcript }: Pick<RecordingRowFragment, 'transcript'>) {
  const { t } = useMessages('library');
  const speakers = transcript?.speakers ?? [];
  const hidden = speakers.slice(SHOWN);
  return (
    <Group gap="sm" wrap="nowrap">
      {speakers.slice(0, SHOWN).map(({ id, displayName, color }) => (
        <SpeakerChip key={id} size="xs" name={displayName} color={color} />
      ))}
      {hidden.length > 0 && (
        <Tooltip label={hidden.map(({ displayName }) => displayName).join(', ')}>
          <Text size="xs" c="dimmed">
            {t('moreSpeakers', { count: hidden.length })}
          </Text>
        </Tooltip>
      )}
    </Group>
  );
}
