import { commonMs } from '../segment/common-ms.ts';
import type { ChosenSegment } from './chosen-segments.ts';
import { SAME_WORD_MS } from './cut-alike.ts';
import { beginsAlike, endsAlike, isSameWord, type CutStretch, type HeardStretch } from './match-runs.ts';
import { pairSegments } from './pair-segments.ts';
import type { EdgedStretch } from './snap-boundaries.ts';

/** What people chose of a segment, and the later segment it is for. */
export interface PlacedChoice {
  segment: ChosenSegment;
  laterId: string;
}

export interface PlacedChoices {
  texts: PlacedChoice[];
  speakers: PlacedChoice[];
  /** Those that people only cut, and that the other engine cut alike. */
  cuts: PlacedChoice[];
  /** Segments of which something found no place. */
  left: ChosenSegment[];
}

type LaterSegment = EdgedStretch & HeardStretch & { id: string; speakerId: string };

/**
 * Finds for all that people chose the segments of the later transcript that it goes to, each for one: in the same place,
 * with a word that the engine split off; or, where only the speaker was chosen and an engine cut otherwise, those at least
 * half within.
 */
export function placeChoices(
  earlier: readonly ChosenSegment[],
  later: readonly LaterSegment[],
): PlacedChoices {
  const pairs = pairSegments(earlier, later);
  const taken = new Set(pairs.values());
  let free = later.filter((_, at) => !taken.has(at));
  const placed: PlacedChoices = { texts: [], speakers: [], cuts: [], left: [] };
  for (const [at, segment] of earlier.entries()) {
    if (!segment.textChosen && !segment.speakerChosen) continue;
    const same = later[pairs.get(at) ?? -1];
    const within = segment.textChosen
      ? []
      : free.filter((other) => isWithin(other, segment) && (!same || isSplitOff(other, same, segment)));
    free = within.length > 0 ? free.filter((other) => !within.includes(other)) : free;
    placed.speakers.push(...within.map(({ id }) => ({ segment, laterId: id })));
    if (same) {
      if (segment.onlyCut && beginsAlike(segment, same) && endsAlike(segment, same))
        placed.cuts.push({ segment, laterId: same.id });
      else if (segment.textChosen) placed.texts.push({ segment, laterId: same.id });
      if (segment.speakerChosen) placed.speakers.push({ segment, laterId: same.id });
      continue;
    }
    const covered = within.reduce((sum, other) => sum + commonMs(other, segment), 0);
    if (within.length === 0 || covered * 2 < segment.endMs - segment.startMs) placed.left.push(segment);
  }
  return placed;
}

/** Whether half of it at least is. */
export function isWithin(other: CutStretch, segment: CutStretch): boolean {
  const common = commonMs(other, segment);
  return common > 0 && common * 2 >= other.endMs - other.startMs;
}

/** Whether it says the first words of a segment or the last, which are not heard in the one that stands in its place. */
function isSplitOff(other: LaterSegment, same: LaterSegment, segment: ChosenSegment): boolean {
  const isBefore = other.heardEndMs <= same.heardStartMs + SAME_WORD_MS;
  if (!isBefore && other.heardStartMs < same.heardEndMs - SAME_WORD_MS) return false;
  const edge = isBefore ? 'head' : 'tail';
  return other.speakerId === same.speakerId || isSameWord(other[edge][0], segment[edge][0]);
}
