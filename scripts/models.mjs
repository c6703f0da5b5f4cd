// `npm run models -- list | get <name> | remove <name>`
import { spawnSync } from 'node:child_process';
import { environment, root } from './setup.mjs';

const { status } = spawnSync('node', ['libs/engines/dist/models/cli.js', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: environment(),
});
process.exit(status ?? 1);
