import type { ChosenSegment } from './chosen-segments.ts';
import type { CutStretch } from './match-runs.ts';
import { pairSegments } from './pair-segments.ts';

/** What people chose of a segment, and the later segment it is for. */
export interface PlacedChoice {
  segment: ChosenSegment;
  laterId: string;
}

export interface PlacedChoices {
  texts: PlacedChoice[];
  speakers: PlacedChoice[];
  /** Segments of which something found no place. */
  left: ChosenSegment[];
}

type LaterSegment = CutStretch & { id: string };

/** Finds for all that people chose the segments of the later transcript that it goes to; nothing goes twice. */
export function placeChoices(
  earlier: readonly ChosenSegment[],
  later: readonly LaterSegment[],
): PlacedChoices {
  const pairs = pairSegments(earlier, later);
  const placed: PlacedChoices = { texts: [], speakers: [], left: [] };
  for (const [at, segment] of earlier.entries()) {
    if (!segment.textChosen && !segment.speakerChosen) continue;
    const same = later[pairs.get(at) ?? -1];
    if (!same) {
      placed.left.push(segment);
      continue;
    }
    if (segment.textChosen) placed.texts.push({ segment, laterId: same.id });
    if (segment.speakerChosen) placed.speakers.push({ segment, laterId: same.id });
  }
  return placed;
}
