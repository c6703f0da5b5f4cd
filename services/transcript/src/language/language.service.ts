import { inTransaction, textSearchConfigurationOf, type JobQueue } from '@colloquy/subgraph';
import type { DataSource, EntityManager } from 'typeorm';
import type { TranscriptChangedPayload, TranscriptEvents } from '../transcript/transcript-events.ts';
import { nextVersion } from '../transcript/transcript-version.ts';
import { Transcript } from '../transcript/transcript.entity.ts';
import { changeLanguage } from './change-language.definition.ts';

/** A transaction of this size takes about a tenth of a second on the embedded database. */
const BATCH_SIZE = 250;

interface Change {
  workspaceId: string;
  transcriptId: string;
  lastPlace: number;
  language: string;
  searchConfig: string;
}

/** Keeps transcripts in the language of their recordings, so that search stems their words as that language does. */
export class LanguageService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Pick<JobQueue, 'enqueue'>,
    private readonly events: TranscriptEvents,
  ) {}

  /** In the transaction that changed the recording's language, or its transcript. */
  async follow(tx: EntityManager, workspaceId: string, recordingId: string): Promise<void> {
    if (await wantedChange(tx, workspaceId, recordingId))
      await this.jobs.enqueue(tx, changeLanguage, { workspaceId, recordingId });
  }

  /** Stems the segments anew, a few at a time, and then says so. Safe to interrupt and to repeat. */
  async apply(workspaceId: string, recordingId: string, signal: AbortSignal): Promise<void> {
    for (;;) {
      const change = await wantedChange(this.dataSource.manager, workspaceId, recordingId);
      if (!change) return;
      for (let from = 0; from <= change.lastPlace; from += BATCH_SIZE) {
        signal.throwIfAborted();
        await this.stem(change, from);
      }
      const told = await inTransaction(this.dataSource, (tx) => this.finish(tx, change));
      if (told) return this.events.announce(told);
    }
  }

  private async stem({ workspaceId, transcriptId, searchConfig }: Change, from: number): Promise<void> {
    await this.dataSource.query(
      `update transcript.segment set search_config = $3
        where transcript_id = $1 and workspace_id = $2 and place >= $4 and place < $5 and search_config <> $3`,
      [transcriptId, workspaceId, searchConfig, from, from + BATCH_SIZE],
    );
  }

  /** @returns undefined when the transcript was replaced or the language changed once more meanwhile. */
  private async finish(
    tx: EntityManager,
    { workspaceId, transcriptId, language, searchConfig }: Change,
  ): Promise<TranscriptChangedPayload | undefined> {
    const transcript = await tx.findOne(Transcript, {
      where: { id: transcriptId, workspaceId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!transcript) return undefined;
    const { recordingId } = transcript;
    const wanted = await wantedChange(tx, workspaceId, recordingId);
    if (wanted?.transcriptId !== transcriptId || wanted.language !== language) return undefined;
    const left: unknown[] = await tx.query(
      'select 1 from transcript.segment where transcript_id = $1 and workspace_id = $2 and search_config <> $3 limit 1',
      [transcriptId, workspaceId, searchConfig],
    );
    if (left.length > 0) return undefined;
    const version = await nextVersion(tx, transcript);
    await tx.update(Transcript, { id: transcriptId, workspaceId }, { language, searchConfig });
    const change: TranscriptChangedPayload = {
      workspaceId,
      recordingId,
      transcriptId,
      version,
      runId: null,
      reason: 'language-changed',
      segmentIds: null,
    };
    await this.events.publish(tx, change);
    return change;
  }
}

/** What is to be done; nothing when the language is unknown, or the transcript's already. */
async function wantedChange(
  tx: EntityManager,
  workspaceId: string,
  recordingId: string,
): Promise<Change | undefined> {
  const [row]: { id: string; lastPlace: number | null; language: string }[] = await tx.query(
    `select transcript.id, recording.language,
            (select ceil(max(place))::int from transcript.segment where transcript_id = transcript.id) as "lastPlace"
       from transcript.transcript join transcript.recording_ref as recording using (recording_id)
      where recording_id = $1 and transcript.workspace_id = $2 and transcript.is_current
        and not recording.purged and recording.language <> transcript.language`,
    [recordingId, workspaceId],
  );
  if (!row) return undefined;
  const { id: transcriptId, lastPlace, language } = row;
  const searchConfig = textSearchConfigurationOf(language);
  return { workspaceId, transcriptId, lastPlace: lastPlace ?? -1, language, searchConfig };
}
