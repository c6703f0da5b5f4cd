import { inTransaction, type Problem } from '@colloquy/subgraph';
import type { DataSource, EntityManager } from 'typeorm';
import { Message, MessageStatus } from '../conversation/message.entity.ts';
import type { DraftCitation } from './answer-draft.ts';

/** An answer whose writer has not been heard of for so long has lost it. */
export const LEASE_SECONDS = 12;

export const INTERRUPTED: Problem = {
  code: 'ANSWER_INTERRUPTED',
  message: 'The service stopped while this answer was being written.',
  troubleshooting: [],
  recovery: ['Ask again.'],
};

export interface AnswerKey {
  workspaceId: string;
  messageId: string;
}

/** What is written of an answer so far. */
export interface WrittenAnswer {
  text: string;
  citations: readonly DraftCitation[];
  /** The recordings its words are from, quoted or not: with any of them it goes. */
  sourceRecordingIds: readonly string[];
}

export interface FinishedAnswer extends WrittenAnswer {
  status: MessageStatus;
  problem: Problem | null;
}

const WITHDRAWN: FinishedAnswer = {
  status: MessageStatus.WITHDRAWN,
  text: '',
  problem: null,
  citations: [],
  sourceRecordingIds: [],
};

/** Keeps an answer while it is written. Everything here applies to answers that are still being written only. */
export class AnswerStore {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Saves what is written so far and renews the lease. Its sources with it: by them a deletion finds the text.
   * @returns false when the answer was ended or removed by others, or written from what has been deleted
   */
  async keep(key: AnswerKey, written: WrittenAnswer): Promise<boolean> {
    return inTransaction(this.dataSource, async (tx) => {
      if (!(await lockSources(tx, key, written))) {
        await end(tx, key, WITHDRAWN);
        return false;
      }
      const [, updated]: [unknown, number] = await tx.query(
        `update chat.message set text = $3, source_recording_ids = $4, leased_until = now() + make_interval(secs => ${LEASE_SECONDS})
          where id = $1 and workspace_id = $2 and status = 'STREAMING'`,
        [key.messageId, key.workspaceId, written.text, written.sourceRecordingIds],
      );
      if (updated === 0) return false;
      await cite(tx, key, written);
      return true;
    });
  }

  /** Ends an answer and stores its citations with it. @returns false when it was ended or removed by others */
  async finish(key: AnswerKey, finished: FinishedAnswer): Promise<boolean> {
    return inTransaction(this.dataSource, async (tx) => {
      const ended = (await lockSources(tx, key, finished)) ? finished : WITHDRAWN;
      if (!(await end(tx, key, ended))) return false;
      await tx.query(
        `update chat.conversation set updated_at = now()
          where workspace_id = $2 and id = (select conversation_id from chat.message where id = $1 and workspace_id = $2)`,
        [key.messageId, key.workspaceId],
      );
      return true;
    });
  }

  /** Marks answers whose writer is gone, in every workspace. @param writtenHere those whose writer is not */
  async interruptAbandoned(writtenHere: readonly string[]): Promise<{ messageId: string; text: string }[]> {
    const [rows]: [{ messageId: string; text: string }[], number] = await this.dataSource.query(
      `update chat.message set status = 'INTERRUPTED', problem = $1::jsonb, leased_until = null
        where status = 'STREAMING' and leased_until < now() and id <> all($2::uuid[])
        returning id as "messageId", text`,
      [JSON.stringify(INTERRUPTED), writtenHere],
    );
    return rows;
  }

  find({ messageId, workspaceId }: AnswerKey): Promise<Message | null> {
    return this.dataSource.manager.findOneBy(Message, { id: messageId, workspaceId });
  }
}

/**
 * Keeps an answer's sources from being deleted until the transaction ends. Before the message is locked, as the
 * deletion does it, so that the two never wait for each other.
 * @returns false when one has been deleted already
 */
async function lockSources(
  tx: EntityManager,
  { workspaceId }: AnswerKey,
  { sourceRecordingIds }: WrittenAnswer,
): Promise<boolean> {
  if (sourceRecordingIds.length === 0) return true;
  const there: unknown[] = await tx.query(
    `select 1 from chat.recording_ref where recording_id = any($1::uuid[]) and workspace_id = $2 and not purged
      order by recording_id for share`,
    [sourceRecordingIds, workspaceId],
  );
  return there.length === sourceRecordingIds.length;
}

async function end(tx: EntityManager, key: AnswerKey, finished: FinishedAnswer): Promise<boolean> {
  const { status, text, problem, sourceRecordingIds } = finished;
  const [, updated]: [unknown, number] = await tx.query(
    `update chat.message
        set status = $3, text = $4, problem = $5::jsonb, source_recording_ids = $6, leased_until = null
      where id = $1 and workspace_id = $2 and status = 'STREAMING'`,
    [key.messageId, key.workspaceId, status, text, problem && JSON.stringify(problem), sourceRecordingIds],
  );
  if (updated === 0) return false;
  if (status === MessageStatus.WITHDRAWN)
    await tx.query('delete from chat.citation where message_id = $1 and workspace_id = $2', [
      key.messageId,
      key.workspaceId,
    ]);
  else await cite(tx, key, finished);
  return true;
}

async function cite(tx: EntityManager, key: AnswerKey, { citations }: WrittenAnswer): Promise<void> {
  if (citations.length === 0) return;
  await tx.query(
    `insert into chat.citation (message_id, index, workspace_id, recording_id, segment_id, start_ms, end_ms, quote, speaker_id, speaker_name, recording_title)
     select $1, c.index, $2, c."recordingId", c."segmentId", c."startMs", c."endMs", c.quote, c."speakerId", c."speakerName", c."recordingTitle"
       from jsonb_to_recordset($3::jsonb) as c(index int, "recordingId" uuid, "segmentId" uuid, "startMs" int, "endMs" int,
            quote text, "speakerId" uuid, "speakerName" text, "recordingTitle" text)
     on conflict do nothing`,
    [key.messageId, key.workspaceId, JSON.stringify(citations)],
  );
}
