// `migrate` (up), `migrate:down` (undo the newest of each service, or of one: -- <service>), `migrate:new -- <service> <name>`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, root, say } from './setup.mjs';

const SERVICES = ['ingest', 'transcript', 'chat'];
const [action, ...rest] = process.argv.slice(2);

async function run(direction, services) {
  const { DATABASE_URL } = process.env;
  if (!DATABASE_URL) {
    fail('DATABASE_URL is not set.', [
      '`npm start` migrates its embedded database by itself; for your own, set DATABASE_URL and run this again.',
    ]);
  }
  const { createDataSource, migrate } = await import(join(root, 'libs/subgraph/dist/index.js'));
  for (const service of services) {
    const { migrationConfig } = await import(join(root, `services/${service}/dist/data-source.js`));
    const dataSource = createDataSource({ url: DATABASE_URL, ...migrationConfig });
    await dataSource.initialize();
    const names = await migrate(dataSource, direction);
    await dataSource.destroy();
    say(`${service}: ${names.length > 0 ? `${direction} ${names.join(', ')}` : 'nothing to do'}`);
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

const chosen = rest.length > 0 ? rest : SERVICES;
if (action === 'new') create(rest);
else if (action === 'up' || action === 'down') await run(action, chosen);
else fail('Say up, down or new.');
