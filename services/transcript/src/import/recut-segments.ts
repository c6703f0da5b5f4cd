import { newId } from '@colloquy/subgraph';
import type { EntityManager } from 'typeorm';
import type { Piece } from '../correction/cut-segments.ts';
import { foldText } from '../search/fold-text.ts';
import { countSpeakers } from '../speaker/count-speakers.ts';
import { insertSegments } from '../segment/insert-segments.ts';
import { loadWords, type Word } from '../segment/word.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import { placesBetween } from '../version/places-between.ts';
import type { ChosenSegment } from './chosen-segments.ts';
import { cutAlike } from './cut-alike.ts';
import { matchRuns, type HeardStretch, type Run, type RunPair } from './match-runs.ts';
import { piecesOf } from './pieces.ts';
import { besideOf, isDividedOtherwise, wordsBeside, wordsIn } from './said-beside.ts';

export interface Added {
  words: number;
  segments: number;
}

/** A segment with an engine's words, and where these begin and end. */
export interface FilledCut {
  laterId: string;
  partOf: string | null;
  startMs: number;
  endMs: number;
}

interface Recut extends Added {
  cut: ReadonlySet<string>;
  filled: ReadonlyMap<string, FilledCut>;
}

/**
 * Cuts a transcript that nobody can see yet the way people cut the one before, where both say something between the same
 * ends, and every word is said once by it. Where people did nothing but cut, the new segments say what is heard now; the
 * others are empty: what people made of them follows, as for all in the same place.
 * @param earlier all segments of the one before @param later all of this
 * @returns how many words and segments there are more, negative when fewer, and which of the earlier were cut into it;
 *   of those that people only cut, what they say now, for as long as all stand where they stood before
 */
export async function recutSegments(
  tx: EntityManager,
  earlier: readonly ChosenSegment[],
  later: readonly (ChosenSegment & HeardStretch)[],
  next: Transcript,
): Promise<Recut> {
  const runs = matchRuns(
    earlier.map(({ textChosen, ...segment }) => ({ ...segment, corrected: textChosen })),
    later,
  );
  const { pairs, pieces } = await saidOnce(tx, next, runs, earlier, later);
  const filled = new Map<string, FilledCut>();
  if (pairs.length === 0) return { words: 0, segments: 0, cut: new Set(), filled };
  const gone = pairs.flatMap((pair) => within(later, pair.later)).map(({ id }) => id);
  const come = pairs.flatMap((pair) => {
    const cut = within(earlier, pair.earlier);
    const pieceOf = ({ id }: ChosenSegment): readonly Piece[] => {
      const piece = pieces.get(id);
      return piece ? [piece] : [];
    };
    const heard = cut.every(({ onlyCut }) => onlyCut)
      ? cutAlike(cut.flatMap(pieceOf), within(later, pair.later).flatMap(pieceOf))
      : null;
    const parts = cut
      .map((segment, at) => ({ segment, piece: heard?.[at] }))
      // Of what was only cut, nothing may be heard any more.
      .filter(({ piece }) => piece !== null);
    const places = placesFor(later, pair.later, parts.length);
    return parts.map(({ segment, piece }, at) => {
      const id = newId();
      if (piece) {
        const { startMs, endMs } = piece;
        filled.set(segment.id, { laterId: id, partOf: segment.partOf, startMs, endMs });
      }
      return {
        id,
        startMs: segment.startMs,
        endMs: segment.endMs,
        place: places[at],
        speakerId: later[pair.later[0]]?.speakerId,
        text: piece?.text ?? '',
        words: piece?.words ?? [],
        searchText: foldText(piece?.text ?? ''),
      };
    });
  });
  const { id, workspaceId } = next;
  const [rows]: [{ words: number }[], number] = await tx.query(
    `delete from transcript.segment where id = any($1::uuid[]) and transcript_id = $2 and workspace_id = $3
     returning jsonb_array_length(words) as words`,
    [gone, id, workspaceId],
  );
  await insertSegments(tx, next, come);
  await countSpeakers(tx, next);
  const had = rows.reduce((sum, row) => sum + row.words, 0);
  const words = come.reduce((sum, row) => sum + row.words.length, 0) - had;
  const cut = new Set(pairs.flatMap((pair) => within(earlier, pair.earlier)).map((one) => one.id));
  return { words, segments: come.length - gone.length, cut, filled };
}

/** Those runs of which no word is in a segment beside them, before or after. */
async function saidOnce(
  tx: EntityManager,
  { workspaceId }: Transcript,
  pairs: readonly RunPair[],
  earlier: readonly ChosenSegment[],
  later: readonly ChosenSegment[],
): Promise<{ pairs: RunPair[]; pieces: ReadonlyMap<string, Piece> }> {
  const runs = pairs.map((pair) => ({
    pair,
    said: within(earlier, pair.earlier).map(({ id }) => id),
    heard: within(later, pair.later).map(({ id }) => id),
    was: within(earlier, pair.earlier).flatMap(({ heard }) => loadWords(heard ?? [])),
    then: besideOf(earlier, pair.earlier),
    now: besideOf(later, pair.later),
  }));
  const pieces = await piecesOf(
    tx,
    workspaceId,
    runs.flatMap(({ said, heard, then, now }) => [
      ...said,
      ...heard,
      then.before,
      then.after,
      now.before,
      now.after,
    ]),
  );
  const words = (ids: readonly string[]): Word[] => ids.flatMap((id) => [...wordsIn(pieces, id)]);
  const once = runs
    .filter(
      ({ said, heard, then, now, was }) =>
        !isDividedOtherwise(
          words(said),
          words(heard),
          wordsBeside(pieces, now),
          wordsBeside(pieces, then),
          was,
        ),
    )
    .map(({ pair }) => pair);
  return { pairs: once, pieces };
}

const within = (segments: readonly ChosenSegment[], [first, last]: Run): ChosenSegment[] =>
  segments.slice(first, last + 1);

/** Those of the segments that go; what is more comes between the last of them and what follows. */
function placesFor(later: readonly ChosenSegment[], run: Run, count: number): string[] {
  const own = within(later, run).map(({ place }) => place);
  const more = Math.max(0, count - own.length);
  return [
    ...own.slice(0, count),
    ...placesBetween(own.at(-1) ?? '0', later[run[1] + 1]?.place ?? null, more),
  ];
}
