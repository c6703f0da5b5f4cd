import { Any, type EntityManager } from 'typeorm';
import { wordsOf, type Piece } from '../correction/cut-segments.ts';
import { foldText } from '../search/fold-text.ts';
import { alignWords } from '../segment/align-words.ts';
import { SAME_PLACE_MS } from '../segment/same-place.ts';
import { Segment } from '../segment/segment.entity.ts';
import { loadWords, storeWords, type Word } from '../segment/word.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import type { ChosenSegment } from './chosen-segments.ts';
import type { PlacedChoice, PlacedChoices } from './place-choices.ts';
import { isSaidBeside } from './said-beside.ts';
import { NEAR_MS, spliceText } from './splice-text.ts';

/** Words within the segment they come to, which may begin later or end sooner. */
const WORDS_WITHIN = `
  select coalesce(jsonb_agg(jsonb_build_array(
           least(greatest((word->>0)::int, later.start_ms), later.end_ms),
           least(greatest((word->>1)::int, later.start_ms), later.end_ms), word->2, word->3) order by at), '[]')
    from jsonb_array_elements(earlier.words) with ordinality as said(word, at)`;

/** Gives segments the texts of those in the same place. @returns how many words more the later transcript has by it */
export async function carryTexts(
  tx: EntityManager,
  { id, workspaceId }: Transcript,
  texts: readonly PlacedChoice[],
): Promise<number> {
  const [sum]: { added: number }[] = await tx.query(
    `with pair as (
       select later.id, earlier.text, (${WORDS_WITHIN}) as words, earlier.search_text, earlier.version,
              coalesce(earlier.edited_at, now()) as edited_at, coalesce(earlier.edited_by, given.author) as edited_by,
              jsonb_array_length(earlier.words) - jsonb_array_length(later.words) as added
         from unnest($3::uuid[], $4::uuid[], $5::text[]) as given(earlier_id, later_id, author)
         join transcript.segment earlier on earlier.id = given.earlier_id and earlier.workspace_id = $2
         join transcript.segment later
           on later.id = given.later_id and later.transcript_id = $1 and later.workspace_id = $2),
     carried as (
       update transcript.segment later
       set text = pair.text, words = pair.words, search_text = pair.search_text, version = pair.version,
           edited_at = pair.edited_at, edited_by = pair.edited_by
       from pair where later.id = pair.id
       returning pair.added)
     select coalesce(sum(added), 0)::int as added from carried`,
    [
      id,
      workspaceId,
      texts.map(({ segment }) => segment.id),
      texts.map(({ laterId }) => laterId),
      texts.map(({ segment }) => segment.author),
    ],
  );
  return sum?.added ?? 0;
}

/**
 * Puts texts that found no segment in the same place where their words are, in longer segments and over several; and
 * those whose segment begins or ends with the same words elsewhere, by the times of the later words. A cut that found no
 * place, a speaker who says more or less there, and what would say the words of a neighbour again, are left with their
 * text.
 * @param later where they would stand in the earlier transcript
 * @returns what is to be placed still, what is left, and how many words there are more
 */
export async function spliceTexts(
  tx: EntityManager,
  next: Transcript,
  placed: PlacedChoices,
  later: readonly ChosenSegment[],
): Promise<PlacedChoices & { words: number }> {
  const { workspaceId, id: transcriptId } = next;
  const real = await tx.find(Segment, {
    select: { id: true, startMs: true, endMs: true },
    where: { id: Any(placed.texts.map(({ laterId }) => laterId)), transcriptId, workspaceId },
  });
  const stands = new Map(real.map((segment) => [segment.id, segment]));
  const isNear = ({ segment, laterId }: PlacedChoice): boolean => {
    const { startMs = 0, endMs = 0 } = stands.get(laterId) ?? {};
    const apart = [startMs - segment.startMs, endMs - segment.endMs].map(Math.abs);
    return apart.every((ms) => ms <= SAME_PLACE_MS);
  };
  const near = placed.texts.filter(isNear);
  const far = placed.texts.filter((choice) => !isNear(choice));
  const unplaced = placed.left.filter(({ textChosen, cut }) => textChosen && !cut);
  const given = new Set(placed.texts.map(({ laterId }) => laterId));
  const around = new Map(
    unplaced.map((segment) => [
      segment,
      later.filter(
        ({ id, startMs, endMs }) =>
          !given.has(id) && startMs < segment.endMs + NEAR_MS && endMs > segment.startMs - NEAR_MS,
      ),
    ]),
  );
  const neighbours = neighboursOf(far, placed.texts, later);
  const pieces = await piecesOf(tx, workspaceId, [
    ...far.flatMap(({ segment, laterId }) => [segment.id, laterId]),
    ...[...neighbours.values()].flatMap((sides) => sides.flatMap((id) => id ?? [])),
    ...[...around].flatMap(([segment, places]) => [segment, ...places]).map(({ id }) => id),
  ]);
  const textsOf = (id: string | null | undefined): string[] =>
    pieces.get(id ?? '')?.words.map(({ text }) => text) ?? [];
  const beside = new Map(
    far
      .filter(({ segment, laterId }) => {
        const [before, after] = neighbours.get(laterId) ?? [];
        return isSaidBeside(textsOf(segment.id), textsOf(laterId), textsOf(before), textsOf(after));
      })
      .map(({ segment, laterId }) => [laterId, segment]),
  );
  const written = new Map<string, Written>();
  for (const { segment, laterId } of far) {
    if (beside.has(laterId)) continue;
    const [text = '', piece] = [pieces.get(segment.id)?.text, pieces.get(laterId)];
    if (!piece) continue;
    written.set(laterId, { piece: { ...piece, text, words: alignWords(piece.words, text, piece) }, segment });
  }
  const taken = new Set<Word>();
  const found = new Set<ChosenSegment>();
  const speakers: PlacedChoice[] = [];
  for (const [segment, places] of around) {
    const corrected = pieces.get(segment.id);
    if (!corrected) continue;
    const heard = segment.heard ? loadWords(segment.heard) : corrected.words;
    const now = places.flatMap(({ id }) => written.get(id)?.piece ?? pieces.get(id) ?? []);
    const spliced = spliceText({ ...corrected, heard }, now, taken);
    if (!spliced || (segment.speakerChosen && ![...spliced.values()].every(({ whole }) => whole))) continue;
    found.add(segment);
    for (const [at, { piece, own }] of spliced) {
      const laterId = places[at]?.id ?? '';
      written.set(laterId, { piece, segment });
      for (const word of own) taken.add(word);
      if (segment.speakerChosen) speakers.push({ segment, laterId });
    }
  }
  return {
    texts: near,
    speakers: [...placed.speakers.filter(({ laterId }) => !beside.has(laterId)), ...speakers],
    left: [...placed.left.filter((segment) => !found.has(segment)), ...beside.values()],
    words: await writeTexts(tx, next, written, pieces),
  };
}

/** What the segments right before and after some say in the end, by the id of the segment with that text. */
function neighboursOf(
  choices: readonly PlacedChoice[],
  texts: readonly PlacedChoice[],
  later: readonly ChosenSegment[],
): Map<string, [before: string | null, after: string | null]> {
  const positions = new Map(later.map(({ id }, at) => [id, at]));
  const given = new Map(texts.map(({ segment, laterId }) => [laterId, segment.id]));
  return new Map(
    choices.map(({ laterId }) => {
      const at = positions.get(laterId) ?? 0;
      const isNear = (first: number): boolean =>
        (later[first + 1]?.startMs ?? Number.POSITIVE_INFINITY) - (later[first]?.endMs ?? 0) <= NEAR_MS;
      const saying = (position: number): string | null => {
        const id = later[position]?.id;
        return id ? (given.get(id) ?? id) : null;
      };
      return [laterId, [isNear(at - 1) ? saying(at - 1) : null, isNear(at) ? saying(at + 1) : null]];
    }),
  );
}

interface Written {
  piece: Piece;
  segment: ChosenSegment;
}

async function piecesOf(
  tx: EntityManager,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, Piece>> {
  const rows = await tx.find(Segment, {
    select: { id: true, startMs: true, endMs: true, text: true, words: true },
    where: { id: Any([...new Set(ids)]), workspaceId },
  });
  return new Map(rows.map((row) => [row.id, { ...row, words: wordsOf(row) }]));
}

async function writeTexts(
  tx: EntityManager,
  { id, workspaceId }: Transcript,
  written: ReadonlyMap<string, Written>,
  before: ReadonlyMap<string, Piece>,
): Promise<number> {
  const rows = Array.from(written, ([segmentId, { piece, segment }]) => ({
    id: segmentId,
    text: piece.text,
    words: storeWords(piece.words),
    searchText: foldText(piece.text),
    author: segment.author,
  }));
  await tx.query(
    `update transcript.segment s
        set text = w.text, words = w.words, search_text = w."searchText", edited_at = now(), edited_by = w.author
       from jsonb_to_recordset($3::jsonb) as w(id uuid, text text, words jsonb, "searchText" text, author text)
      where s.id = w.id and s.transcript_id = $1 and s.workspace_id = $2`,
    [id, workspaceId, JSON.stringify(rows)],
  );
  return rows.reduce((sum, row) => sum + row.words.length - (before.get(row.id)?.words.length ?? 0), 0);
}
