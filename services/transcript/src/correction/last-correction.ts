import type { EntityManager } from 'typeorm';
import type { Segment } from '../segment/segment.entity.ts';
import { Correction } from './correction.entity.ts';

/** @returns null for a segment that is as processing made it */
export const lastCorrectionOf = (
  tx: EntityManager,
  { id, transcriptId, workspaceId }: Segment,
): Promise<Correction | null> =>
  tx
    .createQueryBuilder(Correction, 'correction')
    .where({ transcriptId, workspaceId })
    .andWhere("jsonb_path_query_array(segments, '$[*].segmentId') @> :changed", {
      changed: JSON.stringify([id]),
    })
    .orderBy('version', 'DESC')
    .limit(1)
    .getOne();
