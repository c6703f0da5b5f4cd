import type { SegmentChange } from '../correction/change-set.ts';
import type { StoredWord } from '../segment/word.ts';
import type { Stretch } from '../version/align-segments.ts';

/**
 * Tells of segments that people split, joined or moved a boundary of whether they say just what the engine wrote there:
 * each of their words is one of its words, and none that it heard there is missing.
 * @param changes all of a transcript
 * @returns for each of them the ids of the segments that its words were in; null where it says something else
 */
export function asHeard(
  changes: readonly SegmentChange[],
): (change: SegmentChange, segment: Stretch) => readonly string[] | null {
  const heard = new Map(
    changes.flatMap(({ segmentId, before }) =>
      before?.editedAt === null
        ? (before.words ?? []).map((word) => [keyOf(word), { word, segmentId }] as const)
        : [],
    ),
  );
  const said = new Set(changes.flatMap(({ after }) => (after?.words ?? []).map(keyOf)));
  const missing = [...heard].flatMap(([key, { word }]) => (said.has(key) ? [] : [word]));
  return ({ after }, { startMs, endMs }) => {
    const words = after?.words ?? [];
    const ids = words.map((word) => heard.get(keyOf(word))?.segmentId);
    const isMissing = missing.some(([from, to]) => from + to > startMs * 2 && from + to < endMs * 2);
    const known = ids.filter((id) => id !== undefined);
    return isMissing || words.length === 0 || known.length < words.length ? null : [...new Set(known)];
  };
}

const keyOf = ([startMs, , , text]: StoredWord): string => `${startMs} ${text}`;
