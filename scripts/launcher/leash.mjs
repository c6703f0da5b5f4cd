// Preloaded into every process of the launcher: when the launcher is gone, however it ended, its end of the
// standard input closes, and the process stops as if asked to; one that does not is killed. A thread of its own
// holds the leash, because the main thread may be deep in a query or stuck.
import { Socket } from 'node:net';
import { isMainThread, Worker } from 'node:worker_threads';

/** As long as the launcher gives a process that it stops itself. */
const STOP_TIMEOUT_MS = 10_000;
const LEASH = { env: { COLLOQUY_LEASH: '1' }, execArgv: [] };

if (isMainThread) {
  new Worker(new URL(import.meta.url), LEASH).unref();
} else if (process.env.COLLOQUY_LEASH) {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), STOP_TIMEOUT_MS);
  };
  new Socket({ fd: 0 }).on('end', stop).on('error', stop).resume();
}
