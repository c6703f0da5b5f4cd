// Preloaded into every process of the launcher: when the launcher is gone, however it ended, its end of the
// standard input closes, and the process stops as if asked to.
import { isMainThread } from 'node:worker_threads';

// A worker thread is preloaded with this as well, but its standard input is not the launcher's.
if (isMainThread) {
  const stop = () => process.kill(process.pid, 'SIGTERM');
  process.stdin.on('end', stop).on('error', stop).resume();
  process.stdin.unref?.();
}
