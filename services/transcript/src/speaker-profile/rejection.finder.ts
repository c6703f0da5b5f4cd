import { batchLoader, isId } from '@colloquy/subgraph';
import type { DataSource } from 'typeorm';
import type { IdentificationRejection } from './identification-rejection.ts';

interface Rejections {
  speakerId: string;
  rejected: IdentificationRejection[];
}

/** Reads whom people said that speakers are not. */
export class RejectionFinder {
  constructor(private readonly dataSource: DataSource) {}

  /** Of a speaker, the latest first. */
  readonly ofSpeaker = batchLoader<Rejections>(
    async (ids, workspaceId) => {
      const rows: (IdentificationRejection & { speakerId: string })[] = await this.dataSource.query(
        `select speaker_id as "speakerId", profile_id as "profileId", decided_by as "decidedBy",
                decided_at as "decidedAt"
           from transcript.identification_rejection
          where speaker_id = any($1::uuid[]) and workspace_id = $2
          order by decided_at desc nulls last, profile_id`,
        [ids.filter(isId), workspaceId],
      );
      return Array.from(
        Map.groupBy(rows, ({ speakerId }) => speakerId),
        ([speakerId, rejected]) => ({ speakerId, rejected }),
      );
    },
    ({ speakerId }) => speakerId,
  );
}
