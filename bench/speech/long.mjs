// A two-hour file made of the conversations again and again, uploaded and processed by the product: memory and time of
// its speech worker, decoder and engines included.
import { join } from 'node:path';
import { composeAudio, startProduct } from './product.mjs';
import { watchMemory } from './resident-memory.mjs';

const HOURS = 2;
/** In the two conversations together. */
const VOICES = 5;

export async function measureLong({ models, recordings, folder }) {
  const path = join(folder, 'long.flac');
  await composeAudio(recordings, HOURS * 3_600_000, path);
  const product = await startProduct(models);
  try {
    const worker = product.workerPid();
    const stopWatching = watchMemory(worker);
    const { seconds, durationMs, chunks, speakers } = await product.process(path);
    const peak = stopWatching();
    if (product.workerPid() !== worker) throw new Error('the worker was started again');
    return [
      {
        measure: `memory, ${HOURS} h`,
        value: peak.together,
        shown: `${peak.together.toFixed(0)} MB`,
        detail: `resident at the peak, the worker (${peak.own.toFixed(0)}) and its engine and decoder processes (${peak.children.toFixed(0)}) together`,
      },
      {
        measure: `RTF, ${HOURS} h`,
        value: (seconds * 1000) / durationMs,
        shown: ((seconds * 1000) / durationMs).toFixed(3),
        detail: `${seconds.toFixed(0)} s from the start of processing until READY, ${chunks} chunks; speakers found/true ${speakers}/${VOICES}`,
      },
    ];
  } finally {
    await product.stop();
  }
}
