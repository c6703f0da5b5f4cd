// Starts the processes of bench/gateway.mjs and stops them at the end.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const started = [];

/** Runs a script, named from the root of the repository, until its log names a `url`; `{url, pid}`, the URL without its last slash. */
export async function start(script, { args = [], env = {} } = {}) {
  const child = spawn('node', [join(root, script), ...args], {
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  const url = await new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code} before it was ready`)));
    child.stdout.on('data', (data) => {
      const ready = /"url":"([^"]+?)\/?"/.exec(String(data));
      if (ready) resolve(ready[1]);
    });
  });
  return { url, pid: child.pid };
}

/** Stops what was started, the last first. */
export async function stopAll() {
  for (const child of started.splice(0).reverse()) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), 8_000);
    await ended;
    clearTimeout(force);
  }
}

/** The largest resident set a process ever had, in MB of 2^20 bytes. */
export async function peakMegabytes(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

/** Seconds of processor time a process has used, user and system. */
export async function cpuSeconds(pid) {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
