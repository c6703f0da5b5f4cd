import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '@colloquy/testkit';
import { audio, removeMadeAudio, RunningIngest, type Answer } from './running-ingest.ts';

let ingest: RunningIngest;
beforeAll(async () => {
  ingest = await RunningIngest.start({ DELETE_GRACE_SECONDS: '3600' });
  await ingest.startWorker();
}, 120_000);
afterAll(async () => {
  await ingest.stop();
  removeMadeAudio();
});

const importText = (content: string, rest: Record<string, unknown> = {}): Promise<Answer> =>
  ingest.mutate('importTranscript', 'ImportTranscriptInput!', {
    title: 'Imported',
    format: 'TEXT',
    content,
    ...rest,
  });
const update = (input: Record<string, unknown>) =>
  ingest.mutate('updateRecording', 'UpdateRecordingInput!', input);
const remove = async (id: string) =>
  (
    await ingest.graph.query<{
      deleteRecording: { __typename: string; restorableUntil?: string; code?: string };
    }>(
      'mutation ($id: ID!) { deleteRecording(id: $id) { __typename ... on DeletedRecording { id restorableUntil } ... on Problem { code } } }',
      { id },
    )
  ).deleteRecording;

interface Page {
  edges: { cursor: string; node: { id: string; title: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
}
const list = async (variables: Record<string, unknown>) =>
  (
    await ingest.graph.query<{ recordings: Page }>(
      `query ($first: Int, $after: String, $filter: RecordingFilter, $sort: RecordingSort) {
       recordings(first: $first, after: $after, filter: $filter, sort: $sort) {
         totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id title } } } }`,
      variables,
    )
  ).recordings;

describe('transcripts made elsewhere', () => {
  it('become recordings and travel the same road, without audio', async () => {
    const answer = await importText('Anna: Good morning.\nBen: Hello Anna, how are you?\nAnna: Fine.', {
      language: 'en',
    });
    expect(answer).toMatchObject({
      __typename: 'Recording',
      source: 'IMPORT',
      audioUrl: null,
      language: 'en',
    });
    const recording = await ingest.reaches(answer.id ?? '', 'READY');
    expect(recording.engineRuns).toMatchObject([{ stage: 'import' }]);
    const result = ingest.result(recording.id);
    expect(result.speakers.map(({ name }) => name)).toEqual(['Anna', 'Ben']);
    expect(result.segments.map(({ speaker, text }) => [speaker, text])).toEqual([
      ['SPEAKER_00', 'Good morning.'],
      ['SPEAKER_01', 'Hello Anna, how are you?'],
      ['SPEAKER_00', 'Fine.'],
    ]);
    expect(result.segments[1]?.words).toHaveLength(5);
    expect(ingest.calls()).toEqual([]);
  });

  it('are in the language that they name, that the person names, or that their words tell', async () => {
    const german = 'Anna: Wo ist der Leuchtturm?\nBen: Gleich hinter dem Hafen.';
    expect(await importText(german)).toMatchObject({ language: 'de' });
    expect(await importText(german, { language: 'da' })).toMatchObject({ language: 'da' });
    expect(await importText('Anna: Hm.')).toMatchObject({ language: null });
  });

  it('keep their audio, which is not recognised', async () => {
    const uploadId = await ingest.upload(audio(12, 'mp3'), 'call.mp3');
    const content =
      'WEBVTT\n\n00:01.000 --> 00:03.000\n<v Anna>Hello\n\n00:04.000 --> 00:06.000\n<v Ben>Hi there\n';
    const answer = await importText(content, { format: 'WEBVTT', uploadId });
    const recording = await ingest.reaches(answer.id ?? '', 'READY');
    expect(recording).toMatchObject({ fileName: 'call.mp3', format: 'mp3', peaksUrl: expect.any(String) });
    expect((await fetch(`${ingest.url}${recording.audioUrl}`)).status).toBe(200);
    expect(ingest.result(recording.id).durationMs).toBe(recording.durationMs);
    expect(ingest.calls()).toEqual([]);
  });

  it('are refused with line and reason when malformed, and nothing stays', async () => {
    const { totalCount } = await list({});
    const content =
      '1\n00:00:01,000 --> 00:00:02,000\nAnna: Hi\n\n2\n00:00:aa,000 --> 00:00:04,000\nBen: Hi\n';
    expect(await importText(content, { format: 'SRT' })).toMatchObject({
      code: 'TRANSCRIPT_MALFORMED',
      message: expect.stringContaining('Line 6'),
    });
    expect((await list({})).totalCount).toBe(totalCount);
  });

  it('may be large', async () => {
    const lines = Array.from({ length: 120_000 }, (_, i) => `Speaker ${i % 7}: this is line number ${i}`);
    const answer = await importText(lines.join('\n'));
    const recording = await ingest.reaches(answer.id ?? '', 'READY', 60_000);
    expect(ingest.result(recording.id).segments).toHaveLength(120_000);
  }, 90_000);
});

describe('the list', () => {
  it('turns pages without losing or repeating anything while recordings come', async () => {
    for (const title of ['walnut b', 'Walnut A', 'walnut 100%', 'walnut_c'])
      await importText('Anna: x', { title });
    const sort = { field: 'TITLE', direction: 'ASC' };
    const filter = { search: 'WALNUT' };
    const first = await list({ first: 2, filter, sort });
    expect(first).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } });
    expect(first.edges.map(({ node }) => node.title)).toEqual(['walnut 100%', 'Walnut A']);
    await importText('Anna: x', { title: 'walnut 000' });
    const second = await list({ first: 2, filter, sort, after: first.pageInfo.endCursor });
    expect(second.edges.map(({ node }) => node.title)).toEqual(['walnut b', 'walnut_c']);
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect((await list({ filter: { search: '100%' } })).totalCount).toBe(1);
    expect((await list({ filter: { search: '%' } })).totalCount).toBe(1);
    expect((await list({ filter: { statuses: ['FAILED'] } })).totalCount).toBe(0);
    for (const field of ['CREATED_AT', 'RECORDED_AT', 'DURATION']) {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page: Page = await list({ first: 2, after, sort: { field, direction: 'DESC' } });
        seen.push(...page.edges.map(({ node }) => node.id));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen).toHaveLength((await list({})).totalCount);
    }
    await expect(list({ after: first.pageInfo.endCursor })).rejects.toThrow('CURSOR_INVALID');
    await expect(list({ first: 1_000 })).rejects.toThrow('PAGE_SIZE_INVALID');
  });

  it.each([
    ['CREATED_AT', 'x'],
    ['CREATED_AT', '2026-02-31T00:00:00.000Z'],
    ['RECORDED_AT', '0000-01-01T00:00:00.000Z'],
    ['RECORDED_AT', 1],
    ['TITLE', 'a\0'],
    ['DURATION', 1e300],
    ['DURATION', 0.5],
    ['DURATION', null],
  ])('refuses a forged cursor: %s %j', async (field, value) => {
    const id = '01a1fb04-dd9d-7701-87c4-7ea7cce050df';
    for (const cursor of [
      [`${field} DESC`, value, id],
      [`${field} DESC`, field === 'DURATION' ? 1 : '2026-01-01T00:00:00.000Z', 'y'],
    ]) {
      const after = Buffer.from(JSON.stringify(cursor)).toString('base64url');
      await expect(list({ after, sort: { field, direction: 'DESC' } })).rejects.toThrow('CURSOR_INVALID');
    }
  });

  it('shows changes, and other services are told', async () => {
    const { id = '' } = await importText('Anna: x');
    expect(
      await update({ id, title: ' New\nname ', language: 'de', recordedAt: '2026-01-02T03:04:05.000Z' }),
    ).toMatchObject({ title: 'New name', language: 'de' });
    expect(await update({ id, language: null })).toMatchObject({ title: 'New name', language: null });
    expect(await update({ id, title: ' ' })).toMatchObject({ code: 'INPUT_INVALID' });
    expect(await update({ id: 'nothing', title: 'x' })).toMatchObject({ code: 'RECORDING_NOT_FOUND' });
    await eventually(() =>
      ingest
        .of('changed', id)
        .some(({ title, recordedAt }) => title === 'New name' && recordedAt === '2026-01-02T03:04:05.000Z'),
    );
  });
});

/** Has the time pass in which recordings can be restored: the jobs that wait for its end run, and are done. */
async function graceEnds(recordingId: string): Promise<void> {
  const { dataSource } = ingest.platform;
  const jobs = `name = 'ingest.purge-recording' and data->>'recordingId' = $1`;
  await dataSource.query(`update pgboss.job set start_after = now() where ${jobs}`, [recordingId]);
  await eventually(async () => {
    const left: unknown[] = await dataSource.query(
      `select 1 from pgboss.job where ${jobs} and state <> 'completed'`,
      [recordingId],
    );
    return left.length === 0;
  });
}

describe('deleting', () => {
  it('hides at once, can be undone, and then removes everything', async () => {
    const { id = '' } = await ingest.create(await ingest.upload(audio(3, 'mp3'), 'a.mp3'));
    await ingest.reaches(id, 'READY');
    expect((await remove(id)).__typename).toBe('DeletedRecording');
    expect(await ingest.recording(id)).toBeNull();
    expect((await fetch(`${ingest.url}/audio/${id}`)).status).toBe(404);
    expect(await remove(id)).toMatchObject({ code: 'RECORDING_NOT_FOUND' });
    expect(await ingest.mutate('restoreRecording', 'ID!', id, 'id')).toMatchObject({ id, status: 'READY' });

    // The purge of the first deletion comes and finds that it was undone.
    await graceEnds(id);
    expect((await ingest.recording(id))?.status).toBe('READY');
    await remove(id);
    await graceEnds(id);
    await eventually(() => ingest.of('deleted', id).length === 1);
    expect(existsSync(join(ingest.dataDir, 'storage/recordings', id))).toBe(false);
    expect(await ingest.mutate('restoreRecording', 'ID!', id, 'id')).toMatchObject({
      code: 'RECORDING_NOT_FOUND',
    });
    const changes = ingest.of('changed', id);
    expect(changes.filter((change) => change['hidden'])).toHaveLength(2);
    const versions = changes.map((change) => Number(change['version']));
    expect(versions.toSorted((a, b) => a - b)).toEqual(versions.map((_, i) => i + 1));
  }, 60_000);

  it('stops processing, which goes on when undone', async () => {
    ingest.script({ recognizeMs: 60_000 });
    const { id = '' } = await ingest.create(await ingest.upload(audio(4, 'mp3'), 'a.mp3'));
    await eventually(async () => (await ingest.recording(id))?.processing?.stage === 'TRANSCRIBE');
    await remove(id);
    ingest.script({});
    expect(await ingest.mutate('restoreRecording', 'ID!', id, 'id')).toMatchObject({
      status: 'QUEUED',
      processing: { attempt: 2 },
    });
    await ingest.reaches(id, 'READY');
  }, 60_000);
});
