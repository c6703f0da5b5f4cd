// Preloaded into every process of the launcher: when the launcher is gone, however it ended, its end of the
// standard input closes, and the process stops as if asked to.
process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.on('error', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.resume();
process.stdin.unref?.();
