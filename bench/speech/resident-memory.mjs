// How much memory processes hold (Linux).
import { readdirSync, readFileSync } from 'node:fs';

const SAMPLE_MS = 250;

/** Resident memory of a process and of all its descendants, MB: what they share counts for each. */
function residentMB(root) {
  const processes = new Map();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      const number = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0);
      processes.set(Number(pid), { parent: number('PPid'), mb: number('VmRSS') / 1024 });
    } catch {
      // It ended in the meantime.
    }
  }
  const descends = (pid) => pid === root || (processes.has(pid) && descends(processes.get(pid).parent));
  const own = processes.get(root)?.mb ?? 0;
  let together = 0;
  for (const [pid, { mb }] of processes) if (descends(pid)) together += mb;
  return { together, own, children: together - own };
}

/** Samples until the returned function is called, which gives the peak of each. */
export function watchMemory(root) {
  const peak = { together: 0, own: 0, children: 0 };
  const timer = setInterval(() => {
    for (const [what, mb] of Object.entries(residentMB(root))) peak[what] = Math.max(peak[what], mb);
  }, SAMPLE_MS);
  return () => {
    clearInterval(timer);
    return peak;
  };
}
