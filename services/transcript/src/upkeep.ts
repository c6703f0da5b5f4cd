import type { Log } from '@colloquy/subgraph';
import type { DataSource } from 'typeorm';
import { removeOldSamples } from './speaker-profile/remove-old-samples.ts';

const EVERY_MS = 10 * 60_000;

interface Upkeep {
  dataSource: DataSource;
  log: Log;
}

/** Removes, now and every ten minutes, what is not to be kept any longer. Returns how to stop it. */
export function startUpkeep({ dataSource, log }: Upkeep): () => void {
  const tidy = async () => {
    const samples = await removeOldSamples(dataSource);
    if (samples > 0) log.info({ samples }, 'removed voice samples that were taken away long ago');
  };
  const run = () => void tidy().catch((error: unknown) => log.warn({ err: error }, 'tidying up failed'));
  run();
  const timer = setInterval(run, EVERY_MS);
  return () => clearInterval(timer);
}
