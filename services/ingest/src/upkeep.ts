import type { Storage } from '@colloquy/storage';
import type { Log } from '@colloquy/subgraph';
import { In, type DataSource } from 'typeorm';
import { recordingPrefix } from './processing/storage-keys.ts';
import { Recording } from './recording/recording.entity.ts';
import type { TusUploads } from './upload/tus-uploads.ts';
import { removeOldDeliveries } from './webhook/webhook-upkeep.ts';

const EVERY_MS = 10 * 60_000;
/** A recording's files are stored moments before its row; older ones without a row are what a crash left. */
const ORPHAN_AFTER_MS = 3_600_000;
const BATCH = 500;

interface Upkeep {
  dataSource: DataSource;
  storage: Storage;
  tus: TusUploads;
  uploadExpiryMs: number;
  webhookLogDays: number;
  log: Log;
}

/** Removes, now and every ten minutes, what nobody will come back for. Returns how to stop it. */
export function startUpkeep(upkeep: Upkeep): () => void {
  const tidy = async () => {
    const uploads = await upkeep.tus.removeExpired(upkeep.uploadExpiryMs);
    const recordings = await removeOrphans(upkeep);
    const deliveries = await removeOldDeliveries(upkeep.dataSource, upkeep.webhookLogDays);
    if (uploads + recordings + deliveries > 0)
      upkeep.log.info({ uploads, recordings, deliveries }, 'removed what was left over');
  };
  const run = () =>
    void tidy().catch((error: unknown) => upkeep.log.warn({ err: error }, 'tidying up failed'));
  run();
  const timer = setInterval(run, EVERY_MS);
  return () => clearInterval(timer);
}

/** Of all workspaces: storage does not know whose a file is, and a recording's id is unique in all of them. */
async function removeOrphans({ dataSource, storage }: Upkeep): Promise<number> {
  const old = new Set<string>();
  const young = new Set<string>();
  for await (const { key, modifiedAt } of storage.list('recordings')) {
    const id = key.split('/')[1] ?? '';
    (Date.now() - modifiedAt.getTime() > ORPHAN_AFTER_MS ? old : young).add(id);
  }
  const candidates = [...old].filter((id) => !young.has(id));
  let removed = 0;
  for (let i = 0; i < candidates.length; i += BATCH) {
    const ids = candidates.slice(i, i + BATCH);
    const known = await dataSource.manager.find(Recording, { select: { id: true }, where: { id: In(ids) } });
    const alive = new Set(known.map((recording) => recording.id));
    for (const id of ids.filter((candidate) => !alive.has(candidate))) {
      await storage.deletePrefix(recordingPrefix(id));
      removed += 1;
    }
  }
  return removed;
}
