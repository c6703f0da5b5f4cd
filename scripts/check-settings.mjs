// Every setting that an env.ts reads stands in .env.example, where error messages send people.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, root } from './setup.mjs';

const namesIn = (file, pattern) =>
  Array.from(readFileSync(join(root, file), 'utf8').matchAll(pattern), ([, name]) => name);

const readers = ['gateway', 'services', 'libs'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((path) => /(^|\/)src\/(.+\/)?env\.ts$/.test(path))
    .map((path) => join(folder, path)),
);
const shown = new Set(namesIn('.env.example', /^([A-Z][A-Z0-9_]*)=/gm));
const hidden = readers.flatMap((file) =>
  namesIn(file, /^ {2}([A-Z][A-Z0-9_]*):/gm)
    .filter((name) => !shown.has(name))
    .map((name) => `${name} (${file})`),
);
if (hidden.length > 0) fail('These settings are missing from .env.example:', hidden);
