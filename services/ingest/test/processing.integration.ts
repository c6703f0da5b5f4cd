import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '@colloquy/testkit';
import { audio, removeMadeAudio, RunningIngest, type Answer } from './running-ingest.ts';

let ingest: RunningIngest;
beforeAll(async () => {
  ingest = await RunningIngest.start();
  await ingest.startWorker();
}, 120_000);
afterAll(async () => {
  await ingest.stop();
  removeMadeAudio();
});
afterEach(() => ingest.script({}));

/** Pieces are half a minute here: 95 s are three of them. */
const long = () => audio(95, 'mp3', '-b:a', '32k');

async function create(bytes: Buffer, details: Record<string, unknown> = {}): Promise<string> {
  const answer = await ingest.create(await ingest.upload(bytes, 'call.mp3'), details);
  if (!answer.id) throw new Error(JSON.stringify(answer));
  return answer.id;
}

const cancel = (id: string) => ingest.mutate('cancelProcessing', 'ID!', id, 'id');
const retry = (id: string, hints: Record<string, unknown> = {}) =>
  ingest.mutate('retryProcessing', 'RetryProcessingInput!', { id, ...hints });
const callsSince = (before: number) => ingest.calls().slice(before);
const storedOf = (id: string) => readdirSync(join(ingest.dataDir, 'storage/recordings', id));
const filesOf = (id: string) => storedOf(id).map((name) => name.replace(/-[0-9a-f-]{36}/, ''));
const resultsOf = (id: string) => storedOf(id).filter((name) => name.startsWith('result-'));

interface Status {
  status: string;
  stage: string | null;
  progress: number;
  message: string;
  waiting: boolean;
  etaSeconds: number | null;
}

/** Collects what a subscriber of one recording sees until `until`. */
async function watch(id: string, until: (status: Status) => boolean): Promise<Status[]> {
  const seen: Status[] = [];
  const updates = ingest.graph.subscribe<{ recordingStatusChanged: Status }>(
    'subscription ($id: ID!) { recordingStatusChanged(recordingId: $id) { status stage progress message waiting etaSeconds } }',
    { id },
  );
  for await (const { recordingStatusChanged } of updates) {
    seen.push(recordingStatusChanged);
    if (until(recordingStatusChanged)) break;
  }
  return seen;
}

describe('processing', () => {
  it('turns a recording into a result, piece by piece, with its voices kept apart', async () => {
    ingest.script({ recognizeMs: 900 });
    const before = ingest.calls().length;
    const id = await create(long(), { title: 'Three pieces' });
    const seen = await watch(id, ({ status }) => status === 'READY');
    const recording = await ingest.reaches(id, 'READY');

    expect(seen[0]?.status).toMatch(/QUEUED|PROCESSING/);
    const progress = seen.map((one) => one.progress);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(progress.at(-1)).toBe(1);
    expect(new Set(seen.map(({ stage }) => stage))).toEqual(
      new Set(
        ['PROBE', 'DECODE', 'DETECT_SPEECH', 'DIARIZE', 'TRANSCRIBE', 'ALIGN', 'PUBLISH'].filter((stage) =>
          seen.some((one) => one.stage === stage),
        ),
      ),
    );
    expect(seen.some(({ stage, etaSeconds }) => stage === 'TRANSCRIBE' && etaSeconds !== null)).toBe(true);

    const waited = seen.filter(({ waiting }) => waiting);
    expect(waited.map(({ message }) => message)).toContain('Waiting for its turn');
    expect(waited.map(({ stage }) => stage)).not.toContain('TRANSCRIBE');

    expect(recording).toMatchObject({
      language: 'en',
      processing: { progress: 1, stage: 'PUBLISH', waiting: false, attempt: 1 },
    });
    expect(recording.engineRuns.map(({ stage }) => stage).sort()).toEqual(['diarize', 'transcribe']);
    const result = ingest.result(id);
    expect(result.speakers.map(({ label, embedding }) => [label, embedding?.model])).toEqual([
      ['SPEAKER_00', 'scripted'],
      ['SPEAKER_01', 'scripted'],
    ]);
    // The scripted diarizer's labels differ from piece to piece; the voices, which it gives by time, do not.
    for (const turn of result.turns) {
      const middle = (turn.startMs + Math.min(turn.endMs, turn.startMs + 5_000)) / 2;
      expect(turn.speaker).toBe(`SPEAKER_0${Math.floor(middle / 5_000) % 2}`);
    }
    // Each piece is told who was heard before it, and why they are the same is written down.
    const told = callsSince(before).filter((call) => call.startsWith('diarize'));
    expect(told.map((call) => call.split(' ')[2])).toEqual([
      '',
      'SPEAKER_00,SPEAKER_01',
      'SPEAKER_00,SPEAKER_01',
    ]);
    const matches = result.voiceMatches ?? [];
    expect(matches.map(({ decision }) => decision)).toEqual(['new', 'new', 'same', 'same', 'same', 'same']);
    expect(matches.at(-1)).toMatchObject({ similarity: 1, threshold: 0.5, endMs: result.durationMs });
    const words = result.segments.flatMap((segment) => segment.words);
    expect(words.length).toBeGreaterThan(180);
    expect(words.map(({ startMs }) => startMs)).toEqual(
      words.map(({ startMs }) => startMs).toSorted((a, b) => a - b),
    );
    expect(filesOf(id).sort()).toEqual(['peaks.json', 'result.json', 'source']);

    const peaks = (await (await fetch(`${ingest.url}${recording.peaksUrl}`)).json()) as {
      durationMs: number;
      peaks: number[];
    };
    expect(Math.abs(peaks.durationMs - 95_000)).toBeLessThan(200);
    expect(Math.max(...peaks.peaks)).toBeGreaterThan(0.05);
  }, 60_000);

  it('goes on at the last finished piece after the worker was killed', async () => {
    ingest.script({ recognizeMs: 2_500 });
    const before = ingest.calls().length;
    const id = await create(long());
    await eventually(() => callsSince(before).filter((call) => call.startsWith('recognize')).length === 2);
    await ingest.killWorker();
    await ingest.startWorker();
    await ingest.reaches(id, 'READY', 60_000);
    const recognized = callsSince(before).filter((call) => call.startsWith('recognize'));
    expect(recognized.filter((call) => call === 'recognize 0')).toHaveLength(1);
    expect(recognized).toHaveLength(4);
    expect(ingest.of('transcribed', id)).toHaveLength(1);
  }, 90_000);

  it('stops when cancelled, long before it would be done, and goes on from there when retried', async () => {
    ingest.script({ recognizeMs: 3_600_000 });
    const before = ingest.calls().length;
    const id = await create(long());
    await eventually(() => callsSince(before).includes('recognize 0'));
    expect(await cancel(id)).toMatchObject({ status: 'CANCELLED' });
    // The worker is free again when it takes the next recording.
    ingest.script({});
    const next = await create(audio(3, 'mp3'));
    await eventually(() => callsSince(before).length >= 3);
    await ingest.reaches(next, 'READY');
    expect((await ingest.recording(id))?.status).toBe('CANCELLED');
    expect(filesOf(id).sort()).toEqual(['peaks.json', 'source']);
    expect(await cancel(id)).toMatchObject({ code: 'PROCESSING_NOT_RUNNING' });

    ingest.script({ recognizeMs: 3_000 });
    expect(await retry(id)).toMatchObject({ status: 'QUEUED', processing: { attempt: 2, progress: 0 } });
    expect(await retry(id)).toMatchObject({ code: 'PROCESSING_STILL_RUNNING' });
    ingest.script({});
    await ingest.reaches(id, 'READY');
    // From READY it is a new run with a new result.
    await retry(id, { expectedSpeakers: 2 });
    expect(await ingest.reaches(id, 'READY')).toMatchObject({
      expectedSpeakers: 2,
      processing: { attempt: 3 },
    });
    const [, newest] = ingest.of('transcribed', id).map(({ runId }) => String(runId));
    await eventually(() => resultsOf(id).length === 1);
    expect(resultsOf(id)).toEqual([`result-${newest}.json`]);
    // One that is given up leaves the result as it was, and what made it.
    ingest.script({ recognizeMs: 3_600_000 });
    await retry(id, { expectedSpeakers: 3 });
    expect(await cancel(id)).toMatchObject({ status: 'CANCELLED' });
    expect((await ingest.recording(id))?.engineRuns.map(({ stage }) => stage).sort()).toEqual([
      'diarize',
      'transcribe',
    ]);
  }, 60_000);

  it('lets a short recording overtake a long one', async () => {
    ingest.script({ recognizeMs: 1_000 });
    const order: string[] = [];
    const longId = await create(audio(305, 'mp3', '-b:a', '16k'));
    const before = ingest.calls().length;
    await eventually(() => callsSince(before).length > 0);
    const shortId = await create(audio(5, 'mp3'));
    await Promise.all(
      [longId, shortId].map(async (id) => {
        await ingest.reaches(id, 'READY', 60_000);
        order.push(id);
      }),
    );
    expect(order).toEqual([shortId, longId]);
  }, 90_000);

  it('survives the death of the service and answers where things stand', async () => {
    ingest.script({ recognizeMs: 1_500 });
    const id = await create(long());
    await ingest.restartService();
    await ingest.reaches(id, 'READY', 60_000);
  }, 90_000);

  it('takes the sample conversation the same road', async () => {
    const answer: Answer = (
      await ingest.graph.query<{ createSampleRecording: Answer }>(
        'mutation { createSampleRecording { __typename ... on Recording { id source title } } }',
      )
    ).createSampleRecording;
    expect(answer).toMatchObject({ __typename: 'Recording', source: 'SAMPLE', title: 'Sample conversation' });
    await ingest.reaches(answer.id ?? '', 'READY', 60_000);
  }, 60_000);
});
