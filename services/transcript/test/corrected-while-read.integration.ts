import { createDataSource, LOCAL_WORKSPACE_ID } from '@colloquy/subgraph';
import type { DataSource } from 'typeorm';
import { migrationConfig } from '../src/data-source.ts';
import { ExportSource } from '../src/export/export-source.ts';
import { Transcript } from '../src/transcript/transcript.entity.ts';
import { readVersion, readWholeVersion } from '../src/version/read-version.ts';
import { correct, open, undo } from './corrected-transcript.ts';
import { RunningService } from './running-service.ts';

let service: RunningService;
let dataSource: DataSource;
beforeAll(async () => {
  service = await RunningService.start();
  dataSource = createDataSource({ url: service.databaseUrl, ...migrationConfig });
  await dataSource.initialize();
}, 60_000);
afterAll(async () => {
  await dataSource.destroy();
  await service.stop();
});

const lineOf = (at: number): string => `Line number ${at}.`;

/** A transcript in its second version, and every kind of change that somebody may make while it is read. */
async function corrected(count: number) {
  const call = await open(
    service,
    Array.from({ length: count }, (_, at) => [`SPEAKER_0${at % 2}`, lineOf(at)]),
  );
  const { recordingId, rows, seen } = call;
  const ids = (await rows()).map(({ id }) => id);
  const editing = async (at: number, text: string) => {
    const { segment } = await service.graph.query<{ segment: { version: number } }>(
      `{ segment(id: "${ids[at]}") { version } }`,
    );
    await service.edit(ids[at] ?? '', text, segment.version);
  };
  await editing(0, 'Second version.');
  const removed = await correct(service, 'removeSegments', 'RemoveSegmentsInput', {
    segments: await seen(count - 2),
  });
  const transcript = await dataSource.manager.findOneByOrFail(Transcript, { recordingId, isCurrent: true });
  const changes = [
    () => editing(count - 1, 'Edited meanwhile.'),
    () => editing(count - 1, lineOf(count - 1)),
    () => undo(service, removed?.id),
    async () =>
      correct(service, 'removeSegments', 'RemoveSegmentsInput', { segments: await seen(count - 4) }),
    async () => correct(service, 'mergeSegments', 'MergeSegmentsInput', { segments: await seen(0, 1) }),
    () => editing(count - 1, 'Edited at last.'),
  ];
  const texts = ids.map((_, at) => lineOf(at));
  return { transcript, changes, before: ['Second version.', ...texts.slice(1)] };
}

const without = (texts: string[], at: number) => texts.filter((_, index) => index !== texts.length + at);

it('exports one version, however much is corrected while it is taken', async () => {
  const { transcript, changes, before } = await corrected(1_000);
  const source = new ExportSource(dataSource, () => Promise.reject(new Error('not asked for')));
  const now = await source.corrected(transcript);
  const earlier = await source.corrected(transcript, 2);
  const read = async ({ segments }: typeof now, meanwhile: () => Promise<unknown>) => {
    const texts: string[] = [];
    for await (const { text } of segments) {
      if (texts.length % 250 === 0) await meanwhile();
      texts.push(text);
    }
    return texts;
  };
  const next = async () => {
    for (const change of changes.splice(0, 2)) await change();
  };
  expect(await read(now, next)).toEqual(without(before, -2));
  expect(await read(earlier, next)).toEqual(before);
});

it.each([readVersion, readWholeVersion])(
  'shows one version, however much is corrected while it is read',
  async (readOne) => {
    const { transcript, changes, before } = await corrected(6);
    const texts = async (version: number) =>
      (await readOne(interrupted(changes), transcript, version)).segments.map(({ text }) => text);
    expect(await texts(3)).toEqual(without(before, -2));
    expect(await texts(2)).toEqual(before);
    expect(transcript).toMatchObject({ workspaceId: LOCAL_WORKSPACE_ID, version: 3 });
  },
);

/** Reads as always, and before each statement something else is corrected. */
const interrupted = (changes: (() => Promise<unknown>)[]): typeof dataSource.manager =>
  new Proxy(dataSource.manager, {
    get: (manager, name) => {
      const method: unknown = Reflect.get(manager, name);
      if (typeof method !== 'function') return method;
      return async (...args: unknown[]) => {
        await changes.shift()?.();
        return method.apply(manager, args);
      };
    },
  });
