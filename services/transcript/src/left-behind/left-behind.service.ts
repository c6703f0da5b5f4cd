import { batchGroupLoader, isId, type Context } from '@colloquy/subgraph';
import { In, type DataSource } from 'typeorm';
import { LeftBehindCorrection } from './left-behind.entity.ts';

const MAX_SHOWN = 200;

/** Corrections that processing again left behind: shown until somebody has seen to them. */
export class LeftBehindService {
  constructor(private readonly dataSource: DataSource) {}

  readonly of = batchGroupLoader<LeftBehindCorrection>(
    (transcriptIds, workspaceId) =>
      this.dataSource.manager.find(LeftBehindCorrection, {
        where: { transcriptId: In(transcriptIds), workspaceId },
        order: { startMs: 'ASC' },
        take: MAX_SHOWN * transcriptIds.length,
      }),
    ({ transcriptId }) => transcriptId,
  );

  /** Puts some away. @returns those that were there */
  async dismiss(ids: readonly string[], { workspaceId }: Context): Promise<string[]> {
    const [rows]: [{ id: string }[], number] = await this.dataSource.query(
      'delete from transcript.left_behind where id = any($1::uuid[]) and workspace_id = $2 returning id',
      [ids.filter(isId), workspaceId],
    );
    return rows.map(({ id }) => id);
  }
}
