// `npm test`: sets up what is missing, then lint, types, unit, integration and browser tests; the last line sums up.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
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

/** @param output where it prints: this terminal, or a file of it that is shown at the end */
async function run(command, args, output) {
  const startedAt = Date.now();
  const child = spawn(command, args, {
    cwd: root,
    stdio: output === undefined ? 'inherit' : ['ignore', output, output],
    env: environment(),
  });
  const [status] = await once(child, 'exit');
  return { status, seconds: Math.round((Date.now() - startedAt) / 1000) };
}

async function step(title, command, args, suite) {
  say(`\n━━ ${title}`);
  count(title, await run(command, args), suite);
}

/**
 * Runs beside the steps that follow and shows what it printed when it is asked to.
 * @param after what it waits for
 */
function beside(title, command, args, suite, after = Promise.resolve()) {
  const file = join(reports, `${suite}.log`);
  const ended = after.then(async () => {
    const output = openSync(file, 'w');
    const end = await run(command, args, output);
    closeSync(output);
    return end;
  });
  const show = async () => {
    const end = await ended;
    say(`\n━━ ${title}\n${readFileSync(file, 'utf8')}`);
    count(title, end, suite);
  };
  return { ended, show };
}

function count(title, { status, seconds }, suite) {
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
await step('lint', 'node', ['scripts/lint.mjs']);
await step('types', 'npm', ['run', '--silent', 'typecheck']);
await step('unit tests', 'node', jest('unit'), 'unit');
// Both wait more than they work.
const browser = beside('browser tests', 'node', jest('e2e'), 'e2e');
// True concurrency, which the embedded database lacks: for those who maintain this, not for every newcomer.
const native =
  process.env.CI && canRunHere()
    ? beside(
        'integration tests on PostgreSQL 16',
        'node',
        ['scripts/native-postgres.mjs', 'services', 'libs/subgraph', ...report('native')],
        'native',
        browser.ended,
      )
    : null;
await step('integration tests', 'node', jest('integration'), 'integration');
await browser.show();
await native?.show();
rmSync(reports, { recursive: true });

say(
  `\n${totals.passed} passed, ${totals.failed} failed${totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''}`,
);
process.exit(totals.failed > 0 || totals.passed === 0 ? 1 : 0);
