import { inTransaction, newId, textSearchConfigurationOf, type JobQueue, type Log } from '@colloquy/subgraph';
import type { EventPayload, recordingTranscribed } from '@colloquy/contracts';
import type { DataSource, EntityManager } from 'typeorm';
import type { LanguageService } from '../language/language.service.ts';
import { lockRecording } from '../recording/recording.service.ts';
import { Speaker } from '../speaker/speaker.entity.ts';
import { identifySpeakers } from '../speaker-profile/identification.definitions.ts';
import { followVoices } from '../speaker-profile/refresh-voices.service.ts';
import type { VoiceIndex } from '../speaker-profile/voice-index.ts';
import type { TranscriptChangedPayload, TranscriptEvents } from '../transcript/transcript-events.ts';
import { Transcript } from '../transcript/transcript.entity.ts';
import { insertVoiceMatches } from '../voice-match/insert-voice-matches.ts';
import { carryCorrections, type Carried } from './carry-corrections.ts';
import type { WrittenCorrection } from '../correction/correction-writer.ts';
import { carryMerges } from './carry-merges.ts';
import { carryRemovals } from './carry-removals.ts';
import { resultUnreadable, type ImportFailure } from './import-failure.ts';
import {
  readHeader,
  readSegments,
  ResultDocumentError,
  type ResultHeader,
  type ResultTurn,
} from './result-document.ts';
import { writeSegments } from './segment-writer.ts';
import { insertSpeakers } from './insert-speakers.ts';
import { keepTurns } from './keep-turns.ts';
import { carryOrList, listRemovals, listTexts } from './list-corrections.ts';
import { surveySegments, type Survey } from './survey-segments.ts';

/** Opens a document in storage for reading; called twice for one import. */
export type OpenResult = (resultKey: string) => Promise<AsyncIterable<Uint8Array>>;

/**
 * Imports result documents: surveyed whole, written in small transactions nobody can see yet, then made current in one.
 * Interrupted anywhere it goes on where it was; the same run a second time changes nothing.
 */
export class ImportResultService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly openResult: OpenResult,
    private readonly events: TranscriptEvents,
    private readonly failure: ImportFailure,
    private readonly language: Pick<LanguageService, 'follow'>,
    private readonly jobs: Pick<JobQueue, 'enqueue'>,
    private readonly voices: Pick<VoiceIndex, 'ensure'>,
  ) {}

  /** A document that cannot be imported is told of; whatever may pass is thrown and tried again. */
  async import(
    event: EventPayload<typeof recordingTranscribed>,
    signal: AbortSignal,
    log: Log,
  ): Promise<void> {
    try {
      await this.tryToImport(event, signal, log);
    } catch (error) {
      if (!(error instanceof ResultDocumentError)) throw error;
      log.error({ err: error, recordingId: event.recordingId }, 'the result cannot be imported');
      await this.failure.tell(event, resultUnreadable(error));
    }
  }

  private async tryToImport(
    event: EventPayload<typeof recordingTranscribed>,
    signal: AbortSignal,
    log: Log,
  ): Promise<void> {
    const { runId, workspaceId } = event;
    const [ref]: { purged: boolean }[] = await this.dataSource.query(
      'select purged from transcript.recording_ref where recording_id = $1 and workspace_id = $2',
      [event.recordingId, event.workspaceId],
    );
    if (ref?.purged)
      return log.info({ recordingId: event.recordingId }, 'not imported: the recording has been deleted');
    const done = await this.dataSource.manager.findOneBy(Transcript, { runId, workspaceId });
    if (done && done.version > 0) return log.info({ runId: event.runId }, 'imported before');

    const header = await readHeader(await this.openResult(event.resultKey));
    if (header.runId !== event.runId || header.recordingId !== event.recordingId) {
      throw new ResultDocumentError(`${event.resultKey} belongs to another run or recording`);
    }
    const turns: ResultTurn[] = [];
    const surveyed = readSegments(await this.openResult(event.resultKey), (turn) => turns.push(turn));
    const survey = await surveySegments(header, surveyed);
    for (const { embedding } of header.speakers)
      if (embedding)
        await this.voices.ensure({ model: embedding.model, dimensions: embedding.vector.length });
    const transcript = done ?? (await this.begin(event, header, survey, turns));
    if (!transcript)
      return log.info({ recordingId: event.recordingId }, 'not imported: the recording has been deleted');

    const speakers = await this.dataSource.manager.findBy(Speaker, {
      transcriptId: transcript.id,
      workspaceId,
    });
    const speakerIds = new Map(speakers.map(({ label, id }) => [label, id]));
    const segments = readSegments(await this.openResult(event.resultKey));
    await writeSegments(
      this.dataSource,
      { ...transcript, transcriptId: transcript.id, speakerIds },
      segments,
      signal,
    );

    const [change, ...carried] = await inTransaction(this.dataSource, (tx) =>
      this.makeCurrent(tx, transcript, log),
    );
    if (!change) return;
    for (const one of [change, ...carried]) this.events.announce(one);
    log.info(
      { recordingId: change.recordingId, version: change.version, segments: survey.segmentCount },
      'imported',
    );
  }

  /** Writes the transcript's and its speakers' rows. @returns undefined when the recording has been purged meanwhile. */
  private async begin(
    event: EventPayload<typeof recordingTranscribed>,
    header: ResultHeader,
    survey: Survey,
    turns: readonly ResultTurn[],
  ): Promise<Transcript | undefined> {
    const now = new Date();
    const transcript = Object.assign(new Transcript(), {
      id: newId(),
      workspaceId: event.workspaceId,
      recordingId: event.recordingId,
      runId: event.runId,
      version: 0,
      isCurrent: false,
      language: header.language,
      searchConfig: textSearchConfigurationOf(header.language),
      durationMs: survey.durationMs,
      segmentCount: survey.segmentCount,
      wordCount: survey.wordCount,
      engines: header.engines.map(({ stage, engine, model, version }) => ({ stage, engine, model, version })),
      createdAt: now,
      updatedAt: now,
    });
    return inTransaction(this.dataSource, async (tx) => {
      if (!(await lockRecording(tx, event.workspaceId, event.recordingId))) return undefined;
      // The same event may be handled twice at once: the second finds the first's row.
      const begun = await tx.findOneBy(Transcript, { runId: event.runId, workspaceId: event.workspaceId });
      if (begun) return begun;
      await tx.insert(Transcript, transcript);
      const ids = await insertSpeakers(tx, transcript, survey);
      await insertVoiceMatches(tx, event.workspaceId, header, ids);
      await keepTurns(tx, transcript, turns);
      return transcript;
    });
  }

  /**
   * The one moment in which the new transcript takes the old one's place, with all that was corrected until then.
   * @returns what to tell of: nothing when it is so already, or the recording has been purged
   */
  private async makeCurrent(
    tx: EntityManager,
    next: Transcript,
    log: Log,
  ): Promise<TranscriptChangedPayload[]> {
    const { id, workspaceId, recordingId, runId } = next;
    if (!(await lockRecording(tx, workspaceId, recordingId))) return [];
    // An edit that has begun is waited for, and one that comes later finds that it came too late.
    const current = await tx.findOne(Transcript, {
      where: { recordingId, workspaceId, isCurrent: true },
      lock: { mode: 'pessimistic_write' },
    });
    const [latest]: { version: number; done: boolean }[] = await tx.query(
      `select max(version) as version, bool_or(id = $3 and version > 0) as done
         from transcript.transcript where recording_id = $1 and workspace_id = $2`,
      [recordingId, workspaceId, id],
    );
    if (!latest || latest.done) return [];
    const version = latest.version + 1;
    const added = current ? await this.carry(tx, current, next, log) : NOTHING_CARRIED;
    if (current) await tx.update(Transcript, { id: current.id, workspaceId }, { isCurrent: false });
    await tx.update(
      Transcript,
      { id, workspaceId },
      {
        isCurrent: true,
        version,
        wordCount: next.wordCount + added.words,
        segmentCount: next.segmentCount + added.segments,
        updatedAt: new Date(),
      },
    );
    const change: TranscriptChangedPayload = {
      workspaceId,
      recordingId,
      transcriptId: id,
      version,
      runId,
      reason: 'imported',
      segmentIds: null,
    };
    await this.events.publish(tx, change);
    const changes = [change];
    const merges = await carryMerges(tx, next, added.merges);
    const removals = current ? await this.carryRemovals(tx, current, next, log) : [];
    for (const carried of [...merges, ...removals]) {
      await this.events.publish(tx, carried.change);
      changes.push(carried.change);
    }
    // It may have been set while the result was on its way.
    await this.language.follow(tx, workspaceId, recordingId);
    await this.jobs.enqueue(tx, identifySpeakers, { workspaceId, recordingId });
    await followVoices(tx, this.jobs, changes.at(-1) ?? change);
    return changes;
  }

  private carry(tx: EntityManager, current: Transcript, next: Transcript, log: Log): Promise<Carried> {
    return carryOrList(
      tx,
      log,
      (inner) => carryCorrections(inner, current, next),
      async () => {
        await listTexts(tx, current, next);
        return NOTHING_CARRIED;
      },
    );
  }

  private carryRemovals(
    tx: EntityManager,
    current: Transcript,
    next: Transcript,
    log: Log,
  ): Promise<WrittenCorrection[]> {
    return carryOrList(
      tx,
      log,
      (inner) => carryRemovals(inner, current, next),
      async () => {
        await listRemovals(tx, current, next);
        return [];
      },
    );
  }
}

const NOTHING_CARRIED: Carried = { words: 0, segments: 0, merges: [] };
