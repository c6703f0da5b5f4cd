/** `npm run models -- list | get <name>… | remove <name>…` */
import { EngineError } from '../engine.error.ts';
import { modelsDir, readSpeechEnv } from '../env.ts';
import { inspectEngines } from '../ladder/open-engines.ts';
import { ModelStore } from './model-store.ts';
import { progressBar } from './progress-bar.ts';

const env = readSpeechEnv();
const store = new ModelStore(modelsDir(env));
const stop = new AbortController();
process.once('SIGINT', () =>
  stop.abort(new EngineError('STOPPED', 'Stopped. The same command continues where it was.')),
);

async function list(): Promise<void> {
  console.log(`Models in ${store.folder}\n`);
  const rows = (await store.list())
    .filter(({ model, present }) => model.download || present)
    .map(({ model, present, receipt }) => [
      model.id,
      model.role,
      model.download ? `~${model.download.approximateMB} MB` : '',
      model.languages,
      model.licence,
      present
        ? `ready${receipt ? ` (checksum ${receipt.trust === 'catalogue' ? 'verified' : 'trusted on first use'})` : ''}`
        : '—',
    ]);
  printTable(['name', 'what', 'size', 'languages', 'licence', 'here'], rows);
  console.log('\nGet one: npm run models -- get <name>');
  console.log('\nEngines that can be used now (● is chosen):');
  for (const rung of await inspectEngines(env))
    if (rung.available)
      console.log(`  ${rung.selected ? '●' : '○'} ${rung.kind}=${rung.id}  ${rung.name} [${rung.rung}]`);
}

async function get(id: string): Promise<void> {
  const bar = progressBar(id, process.stderr);
  const receipt = await store
    .install(id, { signal: stop.signal, onProgress: bar.update, hub: env.SPEECH_MODELS_HUB })
    .finally(bar.end);
  console.log(`${id} is ready in ${store.folder}.`);
  if (receipt.trust === 'first-use')
    console.log(
      `Its checksum was not known beforehand: sha256 ${receipt.downloadSha256} is trusted from now on and recorded beside it.`,
    );
}

async function remove(id: string): Promise<void> {
  console.log((await store.remove(id)) ? `${id} is removed.` : `${id} was not there.`);
}

function printTable(head: string[], rows: string[][]): void {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  for (const row of [head, ...rows])
    console.log(
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}

const usage = 'Usage: npm run models -- list | get <name> | remove <name>';

async function main([command, ...names]: string[]): Promise<void> {
  if (command === 'list' || command === undefined) return list();
  if ((command !== 'get' && command !== 'remove') || names.length === 0)
    throw new EngineError('USAGE', usage);
  for (const name of names) await (command === 'get' ? get : remove)(name);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof EngineError)) throw error;
  console.error(
    [
      error.message,
      ...error.troubleshooting.map((line) => `  ${line}`),
      ...error.recovery.map((line) => `→ ${line}`),
    ].join('\n'),
  );
  process.exitCode = 1;
}
