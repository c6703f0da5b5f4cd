// Schema drift, code (oxlint: correctness, types, import directions and cycles, process.env), settings in .env.example,
// dead code (knip), format (prettier).
import { spawnSync } from 'node:child_process';
import { environment, root, say } from './setup.mjs';

const checks = [
  // First, because it builds the services, and packages see each other's types as they are built.
  'node scripts/schema.mjs --check',
  'oxlint --type-aware --deny-warnings',
  'node scripts/check-settings.mjs',
  'knip --no-progress --no-config-hints',
  'prettier --check --log-level warn .',
];
let failed = 0;
for (const check of checks) {
  const [command = '', ...args] = check.split(' ');
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: environment() });
  if (status !== 0) {
    failed += 1;
    say(`✗ ${check}`);
  }
}
process.exit(failed > 0 ? 1 : 0);
