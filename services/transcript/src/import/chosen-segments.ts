import type { EntityManager } from 'typeorm';
import { fold, type SegmentChange, type SegmentState } from '../correction/change-set.ts';
import { Correction } from '../correction/correction.entity.ts';
import type { StoredWord } from '../segment/word.ts';
import type { Transcript } from '../transcript/transcript.entity.ts';
import { asHeard } from './as-heard.ts';
import type { EdgedStretch } from './snap-boundaries.ts';

/** A segment with what of it people chose, as against what processing wrote. */
export interface ChosenSegment extends EdgedStretch {
  id: string;
  place: string;
  speakerId: string;
  /** What it says, or where it begins and ends. */
  textChosen: boolean;
  speakerChosen: boolean;
  /** Who said it as processing wrote it, or made it. */
  heardSpeakerId: string;
  /** The speaker was chosen before the recording was processed again. */
  given: boolean;
  /** It begins or ends where people had it. */
  cut: boolean;
  /** That, and who says it maybe, is all that people chose of it: its words are the engine's. */
  onlyCut: boolean;
  /**
   * The one segment of the engine that it is a part of, and that just it was cut from, of this transcript or the one where
   * people cut it; null of any other.
   */
  partOf: string | null;
  startMoved: boolean;
  endMoved: boolean;
  /** The words that processing wrote, where people changed them. */
  heard: readonly StoredWord[] | null;
  author: string;
}

/** As it stands, with what had been chosen when processing wrote it. */
type StandingSegment = Pick<
  ChosenSegment,
  'id' | 'place' | 'speakerId' | 'startMs' | 'endMs' | 'head' | 'tail' | 'given' | 'author'
> & { edited: boolean; cutBefore: boolean; partBefore: string | null };

/**
 * All segments of a transcript, in order. What corrections, a restored version among them, made otherwise than it was is
 * people's choice; where they brought back what an engine wrote, nobody has edited it and it is so all the same.
 */
export async function chosenSegments(
  tx: EntityManager,
  { id: transcriptId, workspaceId }: Pick<Transcript, 'id' | 'workspaceId'>,
): Promise<ChosenSegment[]> {
  const segments: StandingSegment[] = await tx.query(
    `select s.id, place, speaker_id as "speakerId", start_ms as "startMs", end_ms as "endMs",
            array[words->0->>3, words->1->>3] as head, array[words->-1->>3, words->-2->>3] as tail,
            edited_at is not null as edited, coalesce(edited_by, '') as author,
            exists (select 1 from transcript.carried_speaker carried where carried.segment_id = s.id) as given,
            exists (select 1 from transcript.carried_cut carried where carried.segment_id = s.id) as "cutBefore",
            (select part_of from transcript.carried_cut carried where carried.segment_id = s.id) as "partBefore"
       from transcript.segment s where transcript_id = $1 and workspace_id = $2 order by place`,
    [transcriptId, workspaceId],
  );
  const corrections = await tx.find(Correction, {
    where: { transcriptId, workspaceId },
    order: { version: 'ASC' },
  });
  const folded = fold(corrections).segments;
  const changes = new Map(folded.map((change) => [change.segmentId, change]));
  const heardAs = asHeard(folded);
  const authors = new Map(
    corrections.flatMap(({ author, segments: changed }) =>
      changed.map(({ segmentId }) => [segmentId, author] as const),
    ),
  );
  const partsBefore = new Map(segments.map(({ id, partBefore }) => [id, partBefore]));
  return segments.map(({ edited, cutBefore, partBefore, ...segment }) => {
    const change = changes.get(segment.id);
    // Edited before the transcript's own corrections: it was carried to it.
    const carried = change?.before ? Boolean(change.before.editedAt) : edited;
    const [startMoved, endMoved] = [differs(change, ['startMs']), differs(change, ['endMs'])];
    const cut = startMoved || endMoved || cutBefore;
    const isSaidAnew = change !== undefined && (change.before === null || Boolean(change.before.words));
    const heardIn = isSaidAnew ? heardAs(change, segment) : null;
    return {
      ...segment,
      author: authors.get(segment.id) ?? segment.author,
      heardSpeakerId: change?.before?.speakerId ?? segment.speakerId,
      cut,
      onlyCut: cut && (isSaidAnew ? heardIn !== null : !carried),
      partOf: isSaidAnew ? partOf(heardIn, partsBefore) : partBefore,
      startMoved,
      endMoved,
      heard: change?.before?.words ?? null,
      textChosen: carried || cut || differs(change, ['text']),
      speakerChosen: segment.given || cut || differs(change, ['speakerId']),
    };
  });
}

/** What was split before, and again, is of the same. */
function partOf(
  heardIn: readonly string[] | null,
  partsBefore: ReadonlyMap<string, string | null>,
): string | null {
  const [id = null, ...others] = heardIn ?? [];
  return others.length === 0 ? (partsBefore.get(id ?? '') ?? id) : null;
}

function differs(change: SegmentChange | undefined, fields: readonly (keyof SegmentState)[]): boolean {
  const { before, after } = change ?? {};
  return before === null || fields.some((field) => before?.[field] !== after?.[field]);
}
