import type { Piece } from '../correction/cut-segments.ts';
import { loadWords } from '../segment/word.ts';
import type { ChosenSegment } from './chosen-segments.ts';
import type { CutStretch } from './match-runs.ts';
import type { PlacedChoice } from './place-choices.ts';
import { besideOf, isDividedOtherwise, wordsBeside, wordsIn, type Beside } from './said-beside.ts';

/**
 * Texts that would say again what is said beside them in the end, or take it away. Where one is refused, what was heard
 * there stays, so that the text beside it may have to be, too.
 *
 *     earlier  |carpet orange| |purple winter| |summer|
 *     later    |carpet| |orange purple winter summer|      without "purple winter", "orange" would be said twice
 *
 * @param doubtful those of the texts that may be refused @param then what was beside them, by their own ids
 * @returns by the id of the later segment
 */
export function refusedTexts(
  doubtful: readonly PlacedChoice[],
  texts: readonly PlacedChoice[],
  later: readonly (CutStretch & { id: string })[],
  then: ReadonlyMap<string, Beside>,
  pieces: ReadonlyMap<string, Piece>,
): Map<string, ChosenSegment> {
  const refused = new Map<string, ChosenSegment>();
  const isStanding = ({ laterId }: PlacedChoice): boolean => !refused.has(laterId);
  let found: readonly PlacedChoice[];
  do {
    const open = doubtful.filter(isStanding);
    const now = neighboursOf(
      open.map(({ laterId }) => laterId),
      later,
      texts.filter(isStanding),
    );
    found = open.filter(({ segment, laterId }) => {
      const [said, heard] = [wordsIn(pieces, segment.id), wordsIn(pieces, laterId)];
      const was = loadWords(segment.heard ?? []);
      const [there, here] = [now.get(laterId), then.get(segment.id)];
      return isDividedOtherwise(said, heard, wordsBeside(pieces, there), wordsBeside(pieces, here), was);
    });
    for (const { segment, laterId } of found) refused.set(laterId, segment);
  } while (found.length > 0);
  return refused;
}

/** What the segments right before and after some say in the end, by the id of the segment with that text. */
export function neighboursOf(
  ids: readonly string[],
  among: readonly (CutStretch & { id: string })[],
  texts: readonly PlacedChoice[],
): Map<string, Beside> {
  const positions = new Map(among.map(({ id }, at) => [id, at]));
  const given = new Map(texts.map(({ segment, laterId }) => [laterId, segment.id]));
  const saying = (id: string | null): string | null => given.get(id ?? '') ?? id;
  return new Map(
    ids.map((id) => {
      const at = positions.get(id) ?? 0;
      const { before, after } = besideOf(among, [at, at]);
      return [id, { before: saying(before), after: saying(after) }];
    }),
  );
}
