import { useMessages } from '@colloquy/web-kit';
import type { SpeakerDifferenceFragment } from '../gql/graphql.ts';
import { Difference } from './difference.tsx';

interface SpeakerDifferencesProps {
  readonly speakers: readonly SpeakerDifferenceFragment[];
}

/** Who came, went, was joined, is called otherwise, or is a known person since; or whom something was only said of. */
export function SpeakerDifferences({ speakers }: SpeakerDifferencesProps) {
  const { t } = useMessages('transcript');
  return speakers.map(({ speakerId, before, after, joinedWith }) => (
    <div key={speakerId} className="transcript-difference">
      {joinedWith ? (
        t(before ? 'history.joinedWith' : 'history.separatedFrom', {
          name: (before ?? after)?.displayName ?? '',
          other: joinedWith.displayName,
        })
      ) : before?.displayName === after?.displayName ? (
        <>
          {after?.displayName}
          {before?.identified !== after?.identified &&
            `: ${t(after?.identified ? 'history.identified' : 'history.notIdentified')}`}
        </>
      ) : (
        <Difference before={before?.displayName ?? null} after={after?.displayName ?? null} />
      )}
    </div>
  ));
}
