import type { SegmentChange } from '../correction/change-set.ts';
import type { StoredWord } from '../segment/word.ts';
import type { Stretch } from '../version/align-segments.ts';

/**
 * Tells of segments that people split, joined or moved a boundary of whether they say just what the engine wrote there:
 * each of their words is one of its words, and none that it heard there is missing.
 * @param changes all of a transcript
 */
export function asHeard(
  changes: readonly SegmentChange[],
): (change: SegmentChange, segment: Stretch) => boolean {
  const heard = new Map(
    changes.flatMap(({ before }) =>
      before?.editedAt === null ? (before.words ?? []).map((word) => [keyOf(word), word] as const) : [],
    ),
  );
  const said = new Set(changes.flatMap(({ after }) => (after?.words ?? []).map(keyOf)));
  const missing = [...heard].flatMap(([key, word]) => (said.has(key) ? [] : [word]));
  return ({ after }, { startMs, endMs }) =>
    Boolean(after?.words?.length) &&
    (after?.words ?? []).every((word) => heard.has(keyOf(word))) &&
    !missing.some(([from, to]) => from + to > startMs * 2 && from + to < endMs * 2);
}

const keyOf = ([startMs, , , text]: StoredWord): string => `${startMs} ${text}`;
