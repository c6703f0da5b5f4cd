import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const textOf = (path: string): string => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');
const found = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].flatMap(([, name]) => name ?? []).sort();

it('lists every table that the migrations make', () => {
  const migrations = readdirSync(fileURLToPath(new URL('migrations', import.meta.url)));
  const made = migrations.flatMap((name) =>
    found(textOf(`migrations/${name}`), /create table transcript\.(\w+)/g),
  );
  const owns = textOf('../README.md').match(/^- \*\*Owns\*\*[^]*?(?=^- \*\*Consumes)/m)?.[0] ?? '';
  expect(found(owns.replace('the schema `transcript`', ''), /`(\w+)`/g)).toEqual(made.sort());
});
