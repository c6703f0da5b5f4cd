import { Text } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { readFragment } from '../gql/index.ts';
import type { ProfileChangesFragment as Changes } from '../gql/graphql.ts';
import { ChangedSpeakerFragment } from './history.operations.ts';

type Change = Changes['edges'][number]['node'];

/** Of whom a change was; of a corrected transcript, also which way. */
export function ChangedSpeakers({ change: { kind, speakers, gained, lost } }: { readonly change: Change }) {
  const { t } = useMessages('people');
  const named = (some: Change['speakers']) =>
    readFragment(ChangedSpeakerFragment, some)
      .map(({ displayName, recording }) =>
        recording ? t('history.speaker', { name: displayName, title: recording.title }) : displayName,
      )
      .join(', ');
  const lines =
    kind === 'CORRECTED'
      ? [
          gained.length > 0 && t('history.gained', { speakers: named(gained) }),
          lost.length > 0 && t('history.lost', { speakers: named(lost) }),
        ]
      : [speakers.length > 0 && named(speakers)];
  return lines.map(
    (line) =>
      line && (
        <Text key={line} size="sm" c="dimmed">
          {line}
        </Text>
      ),
  );
}
