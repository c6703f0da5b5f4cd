import { inTransaction, type Problem } from '@colloquy/subgraph';
import type { DataSource } from 'typeorm';
import { Message, type MessageStatus } from '../conversation/message.entity.ts';
import type { DraftCitation } from './answer-draft.ts';

/** An answer whose writer has not been heard of for so long has lost it. */
export const LEASE_SECONDS = 12;

export const INTERRUPTED: Problem = {
  code: 'ANSWER_INTERRUPTED',
  message: 'The service stopped while this answer was being written.',
  troubleshooting: [],
  recovery: ['Ask again.'],
};

export interface FinishedAnswer {
  status: MessageStatus;
  text: string;
  problem: Problem | null;
  citations: readonly DraftCitation[];
}

/** Keeps an answer while it is written. Everything here applies to answers that are still being written only. */
export class AnswerStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Saves what is written so far and renews the lease. @returns false when the answer was ended or removed by others */
  async keep(messageId: string, text: string): Promise<boolean> {
    const [, updated]: [unknown, number] = await this.dataSource.query(
      `update chat.message set text = $2, leased_until = now() + make_interval(secs => ${LEASE_SECONDS})
        where id = $1 and status = 'STREAMING'`,
      [messageId, text],
    );
    return updated > 0;
  }

  /** Ends an answer and stores its citations with it. @returns false when it was ended or removed by others */
  async finish(messageId: string, { status, text, problem, citations }: FinishedAnswer): Promise<boolean> {
    return inTransaction(this.dataSource, async (tx) => {
      const [, updated]: [unknown, number] = await tx.query(
        `update chat.message set status = $2, text = $3, problem = $4::jsonb, leased_until = null
          where id = $1 and status = 'STREAMING'`,
        [messageId, status, text, problem && JSON.stringify(problem)],
      );
      if (updated === 0) return false;
      // A recording deleted while its answer was written is quoted no more.
      await tx.query(
        `insert into chat.citation (message_id, index, workspace_id, recording_id, segment_id, start_ms, end_ms, quote, speaker_name, recording_title)
         select $1, c.index, m.workspace_id, c."recordingId", c."segmentId", c."startMs", c."endMs", c.quote, c."speakerName", c."recordingTitle"
           from jsonb_to_recordset($2::jsonb) as c(index int, "recordingId" uuid, "segmentId" uuid, "startMs" int, "endMs" int,
                quote text, "speakerName" text, "recordingTitle" text)
           join chat.message m on m.id = $1
           join chat.recording_ref r on r.recording_id = c."recordingId" and not r.purged`,
        [messageId, JSON.stringify(citations)],
      );
      await tx.query(
        'update chat.conversation set updated_at = now() where id = (select conversation_id from chat.message where id = $1)',
        [messageId],
      );
      return true;
    });
  }

  /** Marks answers whose writer is gone. @returns their ids */
  async interruptAbandoned(): Promise<string[]> {
    const [rows]: [{ id: string }[], number] = await this.dataSource.query(
      `update chat.message set status = 'INTERRUPTED', problem = $1::jsonb, leased_until = null
        where status = 'STREAMING' and leased_until < now() returning id`,
      [JSON.stringify(INTERRUPTED)],
    );
    return rows.map(({ id }) => id);
  }

  find(messageId: string): Promise<Message | null> {
    return this.dataSource.manager.findOneBy(Message, { id: messageId });
  }
}
