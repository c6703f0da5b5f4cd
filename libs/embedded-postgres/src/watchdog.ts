import { Worker } from 'node:worker_threads';
import type { CallWatch } from './engine/engine.ts';

/**
 * A query runs on the process's only thread and cannot be cancelled. This second thread watches how long the current
 * call has lasted and, past the limit, kills the process: every connection breaks, the open transaction is rolled
 * back, committed data is on disk, and whoever started the process starts it again.
 */
export function startWatchdog(limitMs: number): CallWatch {
  const begunAt = new BigInt64Array(new SharedArrayBuffer(8)); // 0: no call; otherwise the monotonic clock in ns
  const source = import.meta.url.endsWith('.ts') ? './watchdog-thread.ts' : './watchdog-thread.js';
  const worker = new Worker(new URL(source, import.meta.url), { workerData: { begunAt, limitMs } });
  worker.unref();
  return {
    begin: () => void Atomics.store(begunAt, 0, process.hrtime.bigint()),
    end: () => void Atomics.store(begunAt, 0, 0n),
  };
}
