// `npm run bench -- <name> [arguments]`: runs bench/<name>.mjs and passes its exit code on.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { environment, fail, root } from './setup.mjs';

const [name, ...rest] = process.argv.slice(2);
const available = readdirSync(join(root, 'bench'))
  .filter((file) => file.endsWith('.mjs'))
  .map((file) => file.slice(0, -4));
if (!name || !existsSync(join(root, 'bench', `${name}.mjs`))) {
  fail(name ? `There is no bench called ${name}.` : 'Say which bench to run.', [
    `npm run bench -- ${available.join(' | ')}`,
  ]);
}
const { status } = spawnSync('node', [`bench/${name}.mjs`, ...rest], {
  cwd: root,
  stdio: 'inherit',
  env: environment(),
});
process.exit(status ?? 1);
