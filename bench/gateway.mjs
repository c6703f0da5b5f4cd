// The gateway against its bounds: throughput beside @apollo/gateway, uploads beside the direct way, many subscriptions.
// `npm run bench -- gateway [--rounds 5] [--seconds 4] [--uploads 3] [--subscriptions 1000]`
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { spawnEmbeddedPostgres } from '@colloquy/embedded-postgres';
import { start, stopAll } from './gateway/processes.mjs';
import { measureRequests } from './gateway/requests.mjs';
import { measureSubscriptions } from './gateway/subscriptions.mjs';
import { measureUploads } from './gateway/uploads.mjs';

const FLOORS = { requestRatio: 2, uploadRatio: 1.6, uploadGatewayMb: 300 };
const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    uploads: { type: 'string', default: '3' },
    subscriptions: { type: 'string', default: '1000' },
  },
});

const folder = await mkdtemp(join(tmpdir(), 'colloquy-bench-gateway-'));
let database;
let missed = true;
try {
  missed = await run();
} finally {
  await stopAll();
  await database?.stop();
  await rm(folder, { recursive: true, force: true });
}
process.exit(missed ? 1 : 0);

async function run() {
  const requests = await measureRequests(folder, {
    rounds: Number(options.rounds),
    seconds: Number(options.seconds),
  });
  await stopAll();

  // From here on the real ingest service on a real database; no worker: nothing else shall use the processor.
  database = await spawnEmbeddedPostgres({
    dataDir: join(folder, 'postgres'),
    port: 0,
    password: randomUUID(),
  });
  const dataDir = join(folder, 'data');
  const ingest = await start('services/ingest/dist/main.js', {
    env: { PORT: '0', DATABASE_URL: database.url, COLLOQUY_DATA: dataDir },
  });
  const gateway = await start('gateway/dist/main.js', { env: { PORT: '0', INGEST_URL: ingest.url } });
  const uploads = await measureUploads({ gateway, ingest, dataDir }, Number(options.uploads));
  const count = Number(options.subscriptions);
  const subscriptions = await measureSubscriptions(gateway, count);
  return report(requests, uploads, subscriptions, count);
}

function report({ rows, bytes, clients }, uploads, subscriptions, count) {
  const ours = rows['Colloquy gateway'];
  const apollo = rows['@apollo/gateway'];
  const requestRatio = ours.perSecond / apollo.perSecond;
  const uploadRatio = uploads.piped / uploads.direct;
  const { served } = subscriptions;
  const figure = (value, unit, digits = 0) => `${value.toFixed(digits)} ${unit}`;
  const table = [
    ['requests/s, Colloquy gateway', figure(ours.perSecond, '/s'), ''],
    ['requests/s, @apollo/gateway', figure(apollo.perSecond, '/s'), ''],
    ['ratio', figure(requestRatio, '×', 2), '≥ 2 ×', requestRatio >= FLOORS.requestRatio],
    ['p50 / p99, Colloquy gateway', `${figure(ours.p50, 'ms', 1)} / ${figure(ours.p99, 'ms', 1)}`, ''],
    ['p50 / p99, @apollo/gateway', `${figure(apollo.p50, 'ms', 1)} / ${figure(apollo.p99, 'ms', 1)}`, ''],
    [
      'processor time per request, Colloquy / Apollo',
      `${figure(ours.cpuMs, 'ms', 2)} / ${figure(apollo.cpuMs, 'ms', 2)}`,
      '',
    ],
    ['500 MB by tus, straight to ingest', figure(uploads.direct, 's', 2), ''],
    ['500 MB by tus, through the gateway', figure(uploads.piped, 's', 2), ''],
    ['ratio', figure(uploadRatio, '×', 2), '≤ 1.6 ×', uploadRatio <= FLOORS.uploadRatio],
    [
      "the gateway's peak memory",
      figure(uploads.gatewayMb, 'MB'),
      '≤ 300 MB',
      uploads.gatewayMb <= FLOORS.uploadGatewayMb,
    ],
    ['subscriptions served', `${served} of ${count}`, 'all', served === count],
    ['until all have their first state', figure(subscriptions.openMs, 'ms'), ''],
    ['until all are told of a change', figure(subscriptions.toldMs, 'ms'), ''],
    ["the gateway's peak memory by then", figure(subscriptions.peakMb, 'MB'), ''],
  ];
  const [cpu] = cpus();
  console.log(
    `\nGateway: ${clients} clients, ${bytes} byte answers from two subgraphs, median of ${options.rounds} rounds of ${options.seconds} s in turns; uploads: median of ${options.uploads} in turns, SHA-256 checked`,
  );
  console.log(`${cpu?.model.trim()} × ${cpus().length}, Node ${process.versions.node}\n`);
  console.log('| | measured | bound | |\n|---|---:|---:|---|');
  for (const [what, value, bound, met] of table)
    console.log(`| ${what} | ${value} | ${bound} | ${met === undefined ? '' : met ? 'met' : 'MISSED'} |`);
  return table.some((row) => row[3] === false);
}
