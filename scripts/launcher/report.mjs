// What the terminal shows once everything runs.
import { say } from '../setup.mjs';

const QUERY = '{ speechEngines { kind rung name model available selected unavailableReason howToGet } }';

async function speechEngines(address) {
  try {
    const response = await fetch(`${address}/graphql`, {
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

const MARKS = { selected: '●', available: '○', missing: '·' };

/** One line for each engine that works here, one for all local models that could be fetched, one for each other. */
function describe(engines) {
  const usable = engines.filter((engine) => engine.available);
  const missing = engines.filter((engine) => !engine.available);
  const models = missing.filter((engine) => engine.rung === 'local');
  const row = (mark, rung, text) => `    ${mark} ${rung.padEnd(9)} ${text}`;
  return [
    ...usable.map((engine) =>
      row(
        engine.selected ? MARKS.selected : MARKS.available,
        engine.rung,
        `${engine.name}${engine.selected ? ': in use' : ''}`,
      ),
    ),
    ...(models.length > 0
      ? [row(MARKS.missing, 'local', `${models.length} more with a model: npm run models -- list`)]
      : []),
    ...missing
      .filter((engine) => engine.rung !== 'local')
      .map((engine) =>
        row(MARKS.missing, engine.rung, `${engine.name}: ${engine.unavailableReason ?? 'not available'}`),
      ),
  ];
}

export async function printReady({ address, settings, seconds, dataFolder }) {
  const engines = await speechEngines(address);
  say(`\n  Colloquy is ready: ${address}   (${seconds.toFixed(1)} s)\n`);
  for (const [kind, title] of [
    ['RECOGNIZER', 'Speech recognition'],
    ['DIARIZER', 'Who speaks when'],
  ]) {
    const rungs = engines.filter((engine) => engine.kind === kind);
    if (rungs.length > 0) say([`  ${title}`, ...describe(rungs)].join('\n'));
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
