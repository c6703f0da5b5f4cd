import { createDataSource, type Context } from '@colloquy/subgraph';
import { In, type DataSource } from 'typeorm';
import { migrationConfig } from '../src/data-source.ts';
import { SegmentPages } from '../src/segment/segment-page.ts';
import { Speaker } from '../src/speaker/speaker.entity.ts';
import { Transcript } from '../src/transcript/transcript.entity.ts';
import { call, RunningService } from './running-service.ts';

let service: RunningService;
let dataSource: DataSource;
let transcripts: Transcript[];
const statements: string[] = [];

beforeAll(async () => {
  service = await RunningService.start();
  const changes = await Promise.all(
    [call(), call(), call()].map((document) => service.transcribed(document)),
  );
  const { url } = service.ingest.dataSource.options as { url: string };
  dataSource = await createDataSource({ url, ...migrationConfig }).initialize();
  transcripts = await dataSource.manager.findBy(Transcript, {
    id: In(changes.map(({ transcriptId }) => transcriptId)),
  });
  Object.assign(dataSource.logger, { logQuery: (statement: string) => statements.push(statement) });
}, 60_000);
beforeEach(() => void (statements.length = 0));
afterAll(async () => {
  await dataSource.destroy();
  await service.stop();
});

const read = (pages: SegmentPages, args: object) => {
  const { workspaceId } = transcripts[0] ?? {};
  const context = { workspaceId } as Context;
  return Promise.all(transcripts.map((transcript) => pages.of(transcript, { first: 3, ...args }, context)));
};

it('reads the first pages of many transcripts in one statement, each its own and in order', async () => {
  const found = await read(new SegmentPages(dataSource), {});
  expect(statements).toHaveLength(1);
  for (const [i, { edges, totalCount, pageInfo }] of found.entries()) {
    expect(edges.map(({ node }) => node.place)).toEqual(['0', '1', '2']);
    expect(new Set(edges.map(({ node }) => node.transcriptId))).toEqual(new Set([transcripts[i]?.id]));
    expect({ totalCount, more: pageInfo.hasNextPage }).toEqual({ totalCount: 4, more: true });
  }
});

it('keeps the counts of one speaker apart', async () => {
  const [speaker] = await dataSource.manager.findBy(Speaker, { transcriptId: transcripts[1]?.id ?? '' });
  const found = await read(new SegmentPages(dataSource), { speakerIds: [speaker?.id] });
  expect(found.map(({ totalCount, edges }) => [totalCount, edges.length])).toEqual([
    [0, 0],
    [2, 2],
    [0, 0],
  ]);
});

it.each(['1', '"1e308"', '"-1"', '"NaN"', '"9223372036854775808"', '"1;select"'])(
  'refuses a forged cursor: %s',
  async (place) => {
    const after = Buffer.from(`[${place}]`).toString('base64url');
    await expect(read(new SegmentPages(dataSource), { after })).rejects.toThrow('cursor');
  },
);

it('shows nothing of a transcript to another workspace', async () => {
  const [transcript] = transcripts;
  if (!transcript) throw new Error('there is no transcript');
  const elsewhere = { workspaceId: transcript.id } as Context;
  const { edges } = await new SegmentPages(dataSource).of(transcript, { first: 3 }, elsewhere);
  expect(edges).toEqual([]);
});
