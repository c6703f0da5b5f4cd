import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { sweepScratch, withScratchFolder } from '../src/scratch.ts';
import { testFolder } from './synthetic-speech.ts';

const root = join(testFolder(), 'data', 'scratch');

/** A process that begins work in a scratch folder and does not come to its end. */
async function worker(): Promise<ChildProcess> {
  const module = JSON.stringify(new URL('../src/scratch.ts', import.meta.url).href);
  const child = spawn(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    '--input-type=module',
    '--eval',
    `import { writeFileSync } from 'node:fs';
     import { withScratchFolder } from ${module};
     await withScratchFolder(${JSON.stringify(root)}, async (folder) => {
       writeFileSync(folder + '/000000.raw', 'what somebody said');
       console.log('working');
       await new Promise((resolve) => setTimeout(resolve, 60_000));
     });`,
  ]);
  await once(child.stdout, 'data');
  return child;
}

const left = () => readdirSync(root).toSorted();

test('what a killed process leaves is removed, what a living one works on is not', async () => {
  const [living, killed] = await Promise.all([worker(), worker()]);
  try {
    expect(left()).toHaveLength(2);
    const gone = once(killed, 'exit');
    killed.kill('SIGKILL');
    await gone;
    await sweepScratch(root);
    expect(left()).toEqual([expect.stringContaining(`-${living.pid}-`)]);
  } finally {
    living.kill('SIGKILL');
  }
  await once(living, 'exit');
  // A container's next process has the same number.
  mkdirSync(join(root, `${hostname()}-${process.pid}-abcdef`));
  await sweepScratch(root);
  expect(left()).toEqual([]);
});

test('another machine has a day', async () => {
  const [young, old] = ['else-where-7-abcdef', 'else-where-8-abcdef'].map((name) => join(root, name));
  for (const folder of [young, old]) {
    mkdirSync(folder ?? '', { recursive: true });
    writeFileSync(join(folder ?? '', '000000.raw'), 'what somebody said');
  }
  const yesterday = Date.now() / 1000 - 25 * 3_600;
  utimesSync(old ?? '', yesterday, yesterday);
  await sweepScratch(root);
  expect(left()).toEqual(['else-where-7-abcdef']);
});

test('nothing is left where work ends, well or badly, nor is there anything to sweep at first', async () => {
  const fresh = join(root, 'fresh');
  await sweepScratch(fresh);
  const path = await withScratchFolder(fresh, async (folder) => {
    writeFileSync(join(folder, 'ctl'), '');
    return folder;
  });
  expect(path.startsWith(fresh)).toBe(true);
  await expect(withScratchFolder(fresh, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(readdirSync(fresh)).toEqual([]);
});
