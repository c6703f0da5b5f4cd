import { Any, type EntityManager } from 'typeorm';
import type { Piece } from '../correction/cut-segments.ts';
import { foldText } from '../search/fold-text.ts';
import { alignWords } from '../segment/align-words.ts';
import { essence } from '../segment/common-words.ts';
import { NEAR_MS, SAME_PLACE_MS } from '../segment/same-place.ts';
import { Segment } from '../segment/segment.entity.ts';
import { loadWords, storeWords, type Word } from '../segment/word.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import type { ChosenSegment } from './chosen-segments.ts';
import type { PlacedChoice, PlacedChoices } from './place-choices.ts';
import { piecesOf } from './pieces.ts';
import { neighboursOf, refusedTexts } from './refuse-texts.ts';
import { wordsBeside } from './said-beside.ts';
import { spliceText } from './splice-text.ts';

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
 * place, a speaker who says more or less there, and what would say a word twice or not at all, are left with their text.
 * @param later where they would stand in the earlier transcript
 * @returns what is to be placed still, what is left, and how many words there are more
 */
export async function spliceTexts(
  tx: EntityManager,
  next: Transcript,
  placed: PlacedChoices,
  earlier: readonly ChosenSegment[],
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
  const heardAs = new Map(later.map((segment) => [segment.id, segment]));
  const otherwise = placed.texts.filter(
    (choice) => !isNear(choice) || endsOtherwise(choice.segment, heardAs.get(choice.laterId)),
  );
  const now = neighboursOf(
    otherwise.map(({ laterId }) => laterId),
    later,
    placed.texts,
  );
  const unplaced = placed.left.filter(({ textChosen, cut }) => textChosen && !cut);
  const doubtful = [...unplaced, ...otherwise.map(({ segment }) => segment)];
  const then = neighboursOf(
    doubtful.map(({ id }) => id),
    earlier,
    [],
  );
  const around = new Map(
    doubtful.map((segment) => [
      segment,
      later.filter(
        ({ startMs, endMs }) => startMs < segment.endMs + NEAR_MS && endMs > segment.startMs - NEAR_MS,
      ),
    ]),
  );
  const pieces = await piecesOf(tx, workspaceId, [
    ...otherwise.flatMap(({ segment, laterId }) => [segment.id, laterId]),
    ...[...now.values(), ...then.values()].flatMap(({ before, after }) => [before, after]),
    ...[...around].flatMap(([segment, places]) => [segment, ...places]).map(({ id }) => id),
  ]);
  const refused = refusedTexts(otherwise, placed.texts, later, then, pieces);
  const written = new Map<string, Written>();
  for (const { segment, laterId } of far) {
    if (refused.has(laterId)) continue;
    const [text = '', piece] = [pieces.get(segment.id)?.text, pieces.get(laterId)];
    if (!piece) continue;
    written.set(laterId, { piece: { ...piece, text, words: alignWords(piece.words, text, piece) }, segment });
  }
  const taken = new Set<Word>();
  const found = new Set<ChosenSegment>();
  const speakers: PlacedChoice[] = [];
  const given = new Set(placed.texts.map(({ laterId }) => laterId).filter((id) => !refused.has(id)));
  for (const segment of [...unplaced, ...[...refused.values()].filter(({ cut }) => !cut)]) {
    const places = around.get(segment)?.filter(({ id }) => !given.has(id)) ?? [];
    const corrected = pieces.get(segment.id);
    if (!corrected) continue;
    const heard = segment.heard ? loadWords(segment.heard) : corrected.words;
    const standing = places.flatMap(({ id }) => written.get(id)?.piece ?? pieces.get(id) ?? []);
    const beside = wordsBeside(pieces, then.get(segment.id));
    const spliced = spliceText({ ...corrected, heard }, standing, taken, beside);
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
    texts: near.filter(({ laterId }) => !refused.has(laterId)),
    cuts: placed.cuts,
    speakers: [...placed.speakers.filter(({ laterId }) => !refused.has(laterId)), ...speakers],
    left: [...placed.left, ...refused.values()].filter((segment) => !found.has(segment)),
    words: await writeTexts(tx, next, written),
  };
}

/** Whether another word is first or last there; not where nothing was heard, which is cut as people had it. */
const endsOtherwise = (segment: ChosenSegment, there: ChosenSegment | undefined): boolean =>
  there !== undefined &&
  there.head[0] !== null &&
  (['head', 'tail'] as const).some(
    (edge) => essence(segment[edge][0] ?? '') !== essence(there[edge][0] ?? ''),
  );

interface Written {
  piece: Piece;
  segment: ChosenSegment;
}

async function writeTexts(
  tx: EntityManager,
  { id, workspaceId }: Transcript,
  written: ReadonlyMap<string, Written>,
): Promise<number> {
  const rows = Array.from(written, ([segmentId, { piece, segment }]) => ({
    id: segmentId,
    text: piece.text,
    words: storeWords(piece.words),
    searchText: foldText(piece.text),
    author: segment.author,
  }));
  const [sum]: { added: number }[] = await tx.query(
    `with given as (
       select * from jsonb_to_recordset($3::jsonb) as w(id uuid, text text, words jsonb, "searchText" text, author text)),
     written as (
       update transcript.segment s
          set text = w.text, words = w.words, search_text = w."searchText", edited_at = now(), edited_by = w.author
         from given w where s.id = w.id and s.transcript_id = $1 and s.workspace_id = $2)
     select coalesce(sum(jsonb_array_length(w.words) - jsonb_array_length(before.words)), 0)::int as added
       from given w join transcript.segment before
         on before.id = w.id and before.transcript_id = $1 and before.workspace_id = $2`,
    [id, workspaceId, JSON.stringify(rows)],
  );
  return sum?.added ?? 0;
}
