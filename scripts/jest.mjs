// Runs one suite: `node scripts/jest.mjs unit|integration|e2e [jest arguments]`.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [suite = 'unit', ...rest] = process.argv.slice(2);
const serial = suite === 'unit' ? [] : ['--runInBand'];
const { status } = spawnSync(
  'node',
  ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', ...serial, ...rest],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, TEST_SUITE: suite, PATH: `${root}node_modules/.bin:${process.env.PATH}` },
  },
);
process.exit(status ?? 1);
