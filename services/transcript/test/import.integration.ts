import { recordingDeleted, recordingTranscribed } from '@colloquy/contracts';
import { LOCAL_WORKSPACE_ID, newId } from '@colloquy/subgraph';
import { eventually } from '@colloquy/testkit';
import { call, resultOf, RunningService, SPEAKERS, type Page, type SpeakerShape } from './running-service.ts';

let service: RunningService;
beforeAll(async () => {
  service = await RunningService.start();
}, 60_000);
afterAll(() => service.stop());

describe('import', () => {
  it('makes a result the current transcript, once', async () => {
    const document = call();
    const change = await service.transcribed(document);
    expect(change).toMatchObject({
      recordingId: document.recordingId,
      version: 1,
      reason: 'imported',
      segmentIds: null,
    });
    await service.hand(document);
    // A second recording's import comes after the repetition: when it is there, the repetition has been handled.
    await service.transcribed(call());
    const transcript = await service.transcript<
      Page & { id: string; version: number; wordCount: number; language: string }
    >(
      document.recordingId,
      'id version language wordCount segments { totalCount edges { cursor node { id text } } }',
    );
    expect(transcript).toMatchObject({ id: change.transcriptId, version: 1, language: 'en', wordCount: 16 });
    expect(transcript?.segments.edges.map(({ node }) => node.text)).toEqual(
      document.segments.map(({ text }) => text),
    );
    expect(service.changes.filter(({ runId }) => runId === document.runId)).toHaveLength(1);
  });

  it('counts what each speaker says and offers roles', async () => {
    const document = call();
    await service.transcribed(document);
    const transcript = await service.transcript<{ speakers: SpeakerShape[] }>(document.recordingId, SPEAKERS);
    expect(transcript?.speakers).toMatchObject([
      {
        label: 'SPEAKER_00',
        displayName: 'Speaker 1',
        suggestedRole: 'Interviewer',
        share: 0.5,
        talkTimeMs: 1800,
        segmentCount: 2,
      },
      {
        label: 'SPEAKER_01',
        displayName: 'Speaker 2',
        suggestedRole: 'Respondent',
        share: 0.5,
        talkTimeMs: 1800,
        segmentCount: 2,
      },
    ]);
    expect(new Set(transcript?.speakers.map(({ color }) => color)).size).toBe(2);
  });

  it('goes on where it was interrupted', async () => {
    const document = resultOf(
      Array.from({ length: 900 }, (_, i): [string, string] => ['SPEAKER_00', `line ${i} of many`]),
    );
    service.interruptions = 1;
    const change = await service.transcribed(document);
    expect(service.interruptions).toBe(0);
    expect(change.version).toBe(1);
    const [kept] = await service.ingest.dataSource.query<{ count: number; instants: number; text: string }[]>(
      `select count(*)::int, count(distinct xmin::text)::int as instants, string_agg(text, '\n' order by place) as text
       from transcript.segment where transcript_id = $1`,
      [change.transcriptId],
    );
    expect(kept?.text).toBe(document.segments.map(({ text }) => text).join('\n'));
    // No transaction wrote more than a batch.
    expect(kept?.instants).toBeGreaterThanOrEqual(4);
  });

  it('keeps the voices', async () => {
    const document = call();
    const embedding = { model: 'titanet', vector: [0.6, 0.8, 0], speechMs: 1_500 };
    await service.transcribed({
      ...document,
      speakers: document.speakers.map((speaker) => ({ ...speaker, embedding })),
    });
    const kept = await service.ingest.dataSource.query<unknown[]>(
      'select model, dimensions, embedding::text, speech_ms from transcript.speaker_embedding where recording_id = $1',
      [document.recordingId],
    );
    expect(kept).toEqual(
      Array.from({ length: 2 }, () => ({
        model: 'titanet',
        dimensions: 3,
        embedding: '[0.6,0.8,0]',
        speech_ms: 1_500,
      })),
    );
  });

  it('stores what a database refuses: NUL, lone surrogates', async () => {
    const document = resultOf([['SPEAKER_00', 'a\u0000b \ud800 ok']]);
    await service.transcribed(document);
    const transcript = await service.transcript<Page>(
      document.recordingId,
      'segments { edges { node { text } } }',
    );
    expect(transcript?.segments.edges[0]?.node.text).toBe('a b \ufffd ok');
  });
});

describe('a result that becomes no transcript', () => {
  const failureOf = (runId: string) =>
    eventually(() => service.failures.find((failure) => failure.runId === runId));

  it('is told of when it cannot be read, and the next one is imported', async () => {
    const document = call();
    await service.hand({ ...document, speakers: [] });
    expect(await failureOf(document.runId)).toMatchObject({
      recordingId: document.recordingId,
      problem: {
        code: 'TRANSCRIPT_RESULT_UNREADABLE',
        troubleshooting: expect.arrayContaining([expect.stringContaining('SPEAKER_00 is not among')]),
      },
    });
    const { version } = await service.transcribed({ ...document, runId: newId() });
    expect(version).toBe(1);
  });

  it('is told of after the last try', async () => {
    const { recordingId, runId } = call();
    await service.publish(recordingTranscribed, {
      workspaceId: LOCAL_WORKSPACE_ID,
      recordingId,
      runId,
      resultKey: `recordings/${recordingId}/nothing.json`,
    });
    // The tries that would take half a minute are taken to be over.
    await eventually(async () => {
      const [, updated] = await service.ingest.dataSource.query<[unknown, number]>(
        `update pgboss.job set retry_count = retry_limit - 1, start_after = now()
          where state = 'retry' and data ->> 'recordingId' = $1`,
        [recordingId],
      );
      return updated > 0;
    });
    expect(await failureOf(runId)).toMatchObject({ problem: { code: 'TRANSCRIPT_IMPORT_FAILED' } });
  });
});

describe('deletion', () => {
  it('removes everything, and a late event brings nothing back', async () => {
    const document = call();
    const { transcriptId } = await service.transcribed(document);
    await service.publish(recordingDeleted, {
      workspaceId: LOCAL_WORKSPACE_ID,
      recordingId: document.recordingId,
    });
    await eventually(async () => {
      const left = await service.ingest.dataSource.query<unknown[]>(
        'select 1 from transcript.transcript where id = $1',
        [transcriptId],
      );
      return left.length === 0;
    });
    const [rows] = await service.ingest.dataSource.query<
      { segments: number; speakers: number; title: string }[]
    >(
      `select (select count(*)::int from transcript.segment where recording_id = $1) as segments,
              (select count(*)::int from transcript.speaker where recording_id = $1) as speakers,
              (select title from transcript.recording_ref where recording_id = $1) as title`,
      [document.recordingId],
    );
    expect(rows).toEqual({ segments: 0, speakers: 0, title: '' });
    await service.tell(document.recordingId, { title: 'Back again' });
    await service.hand({ ...document, runId: newId() });
    await service.transcribed(call());
    await expect(service.transcript(document.recordingId, 'id')).resolves.toBeNull();
  });
});
