import type { EntityManager } from 'typeorm';
import type { Recording } from '../recording/recording.entity.ts';
import { ProcessingRun } from './processing-run.entity.ts';

/** The run a recording points to; null when it never had one. */
export async function runOf(
  manager: EntityManager,
  { runId, workspaceId }: Pick<Recording, 'runId' | 'workspaceId'>,
): Promise<ProcessingRun | null> {
  return runId === null ? null : manager.findOneBy(ProcessingRun, { id: runId, workspaceId });
}
