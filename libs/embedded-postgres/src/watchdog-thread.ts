import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

const { begunAt, limitMs } = workerData as { begunAt: BigInt64Array; limitMs: number };

setInterval(
  () => {
    const begun = Atomics.load(begunAt, 0);
    const lastedMs = begun === 0n ? 0 : Number((process.hrtime.bigint() - begun) / 1_000_000n);
    if (lastedMs < limitMs) return;
    // The main thread is blocked in the engine: neither its logger nor a handler of a gentler signal would run.
    writeSync(
      2,
      `${JSON.stringify({ level: 60, time: Date.now(), msg: `a query has run for ${Math.round(lastedMs / 1000)} s and cannot be cancelled: the database process ends`, lastedMs })}\n`,
    );
    process.kill(process.pid, 'SIGKILL');
  },
  Math.max(20, Math.min(1000, limitMs / 4)),
);
