// What the terminal shows once everything runs.
import { say } from '../setup.mjs';

const QUERY = '{ speechEngines { kind rung name model available selected unavailableReason howToGet } }';

async function speechEngines(port) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: QUERY }),
      signal: AbortSignal.timeout(10_000),
    });
    return (await response.json()).data.speechEngines;
  } catch {
    return [];
  }
}

const describe = (engine) => {
  const mark = engine.selected ? '●' : engine.available ? '○' : '·';
  const name = [engine.name, engine.model].filter(Boolean).join(', ');
  const state = engine.selected
    ? 'in use'
    : engine.available
      ? 'available'
      : (engine.unavailableReason ?? 'not available');
  return `    ${mark} ${engine.rung.padEnd(9)} ${name}: ${state}`;
};

export async function printReady({ address, settings, seconds, dataFolder }) {
  const engines = await speechEngines(settings.ports.ingest);
  say(`\n  Colloquy is ready: ${address}   (${seconds.toFixed(1)} s)\n`);
  for (const [kind, title] of [
    ['RECOGNIZER', 'Speech recognition'],
    ['DIARIZER', 'Who speaks when'],
  ]) {
    const rungs = engines.filter((engine) => engine.kind === kind);
    if (rungs.length > 0) say([`  ${title}`, ...rungs.map(describe)].join('\n'));
  }
  say(`  Data       ${dataFolder}/   (logs in ${dataFolder}/logs/)`);
  say(`  Database   ${settings.embedded ? 'embedded' : 'DATABASE_URL'}`);
  if (!['127.0.0.1', 'localhost', '::1'].includes(settings.host)) {
    say(
      `\n  ! Listening on ${settings.host}: there is no access control yet. Anyone who reaches this address can read and change everything.`,
    );
  }
  say('\n  Ctrl-C stops it.\n');
}
