// `npm test`: sets up what is missing, then lint, types, unit, integration and browser tests; the last line sums up.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canRunHere, NOT_HERE } from './native-postgres.mjs';
import { build, checkNode, environment, installPackages, installPrograms, root, say } from './setup.mjs';

checkNode();
installPackages();
installPrograms(['ffmpeg', 'pocketsphinx_batch', 'chromium', 'flite']);
build();

const reports = mkdtempSync(join(tmpdir(), 'colloquy-test-'));
const totals = { passed: 0, failed: 0, skipped: 0 };

function step(title, command, args, suite) {
  say(`\n━━ ${title}`);
  const startedAt = Date.now();
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: environment() });
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  if (status === NOT_HERE) return say(`! ${title}: skipped, see above.`);
  say(`${status === 0 ? '✓' : '✗'} ${title} (${seconds} s)`);
  if (!suite) {
    totals[status === 0 ? 'passed' : 'failed'] += 1;
    return;
  }
  const file = join(reports, `${suite}.json`);
  if (!existsSync(file)) {
    // Jest did not get as far as counting.
    totals.failed += 1;
    return;
  }
  const report = JSON.parse(readFileSync(file, 'utf8'));
  totals.passed += report.numPassedTests;
  totals.skipped += report.numPendingTests;
  // A suite that could not even be loaded has no failed tests but has failed.
  totals.failed += report.numFailedTests + report.numRuntimeErrorTestSuites;
  if (status !== 0 && report.numFailedTests + report.numRuntimeErrorTestSuites === 0) totals.failed += 1;
}

const report = (suite) => ['--json', `--outputFile=${join(reports, `${suite}.json`)}`];
const jest = (suite) => ['scripts/jest.mjs', suite, ...report(suite)];
step('lint', 'node', ['scripts/lint.mjs']);
step('types', 'npm', ['run', '--silent', 'typecheck']);
step('unit tests', 'node', jest('unit'), 'unit');
step('integration tests', 'node', jest('integration'), 'integration');
// True concurrency, which the embedded database lacks: for those who maintain this, not for every newcomer.
if (process.env.CI && canRunHere())
  step(
    'integration tests on PostgreSQL 16',
    'node',
    ['scripts/native-postgres.mjs', 'services', 'libs/subgraph', ...report('native')],
    'native',
  );
step('browser tests', 'node', jest('e2e'), 'e2e');
rmSync(reports, { recursive: true });

say(
  `\n${totals.passed} passed, ${totals.failed} failed${totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''}`,
);
process.exit(totals.failed > 0 || totals.passed === 0 ? 1 : 0);
