// `migrate` (up), `migrate:down` (undo the newest of each service, or of one: -- <service>), `migrate:new -- <service> <name>`.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDataFolder, readSettings, StartError, withSecrets } from './launcher/settings.mjs';
import { portOpens } from './launcher/supervisor.mjs';
import { fail, root, say } from './setup.mjs';

const SERVICES = ['ingest', 'transcript', 'chat'];
const [action, ...rest] = process.argv.slice(2);

/** The database of DATABASE_URL, else the embedded one: the running one, or started for as long as this takes. */
async function openDatabase() {
  const chosen = readSettings();
  makeDataFolder(chosen.dataDir);
  const { embedded, databaseUrl: url, dataDir, ports, password } = withSecrets(chosen);
  if (!embedded || (await portOpens(ports.database))) return { url, stop: async () => undefined };
  process.env.LOG_LEVEL ??= 'warn';
  const { spawnEmbeddedPostgres } = await import(join(root, 'libs/embedded-postgres/dist/index.js'));
  return spawnEmbeddedPostgres({ dataDir: join(dataDir, 'postgres'), port: ports.database, password });
}

async function run(direction, services) {
  if (!existsSync(join(root, 'libs/subgraph/dist')))
    fail('Nothing is built yet.', ['Run `npm start` once, or `npm install && npm run build`.']);
  const { createDataSource, migrate } = await import(join(root, 'libs/subgraph/dist/index.js'));
  const database = await openDatabase();
  try {
    for (const service of services) {
      const { migrationConfig } = await import(join(root, `services/${service}/dist/data-source.js`));
      const dataSource = createDataSource({ url: database.url, ...migrationConfig });
      await dataSource.initialize();
      const names = await migrate(dataSource, direction).finally(() => dataSource.destroy());
      say(`${service}: ${names.length > 0 ? `${direction} ${names.join(', ')}` : 'nothing to do'}`);
    }
  } finally {
    await database.stop();
  }
}

function create([service, name]) {
  if (!SERVICES.includes(service) || !/^[a-z][a-z0-9-]*$/.test(name ?? '')) {
    fail('Say which service and a name in kebab-case.', [
      `npm run migrate:new -- ${SERVICES.join('|')} add-something`,
    ]);
  }
  const timestamp = Date.now();
  const className = `${name
    .split('-')
    .map((part) => part[0].toUpperCase() + part.slice(1))
    .join('')}${timestamp}`;
  const folder = join(root, 'services', service, 'src/migrations');
  const body = `import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ${className} implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(\`\`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(\`\`);
  }
}
`;
  writeFileSync(join(folder, `${timestamp}-${name}.ts`), body, { flag: 'wx' });
  say(
    `services/${service}/src/migrations/${timestamp}-${name}.ts: write it, then add ${className} to migrations/index.ts`,
  );
  say(readFileSync(join(folder, 'index.ts'), 'utf8'));
}

function chosenServices() {
  const unknown = rest.find((service) => !SERVICES.includes(service));
  if (unknown) fail(`There is no service "${unknown}".`, [`There are: ${SERVICES.join(', ')}`]);
  return rest.length > 0 ? rest : SERVICES;
}

try {
  if (action === 'new') create(rest);
  else if (action === 'up' || action === 'down') await run(action, chosenServices());
  else fail('Say up, down or new.');
} catch (error) {
  if (error instanceof StartError) fail(error.message, error.advice);
  fail(error.message);
}
