import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as contracts from './index.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const textOf = (path: string): string => readFileSync(`${root}${path}`, 'utf8');
const SERVICES = ['ingest', 'transcript', 'chat'];
const events: ReadonlyMap<string, unknown> = new Map(Object.entries(contracts));
const table = textOf('docs/ARCHITECTURE.md');

/** The names of the events that a service declares where its processes start. */
function declared(service: string, kind: 'publishes' | 'consumes'): string[] {
  const src = `services/${service}/src`;
  const starts = readdirSync(`${root}${src}`).filter((name) => /^start[\w-]*\.ts$/.test(name));
  const lists = starts.flatMap((name) => [
    ...textOf(`${src}/${name}`).matchAll(new RegExp(`\\b${kind}: \\[([^\\]]*)\\]`, 'g')),
  ]);
  const identifiers = lists.flatMap(([, list = '']) => list.match(/\w+/g) ?? []);
  return identifiers.map((one) => (events.get(one) as contracts.EventDefinition).name);
}

describe.each(SERVICES)('%s', (service) => {
  it.each(['publishes', 'consumes'] as const)('is described with all that it %s', (kind) => {
    const names = declared(service, kind);
    expect(names).not.toEqual([]);
    const title = kind === 'publishes' ? 'Publishes' : 'Consumes';
    const section = textOf(`services/${service}/README.md`).match(new RegExp(`\\*\\*${title}\\*\\*.*`))?.[0];
    for (const event of names) {
      expect(section).toContain(`\`${event}\``);
      const [, , publisher, consumers] =
        table
          .split('\n')
          .find((line) => line.startsWith(`| \`${event}\``))
          ?.split('|') ?? [];
      expect(kind === 'publishes' ? publisher : consumers).toContain(service);
    }
  });
});
