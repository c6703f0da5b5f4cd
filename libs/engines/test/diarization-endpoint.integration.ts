import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { overlapMs, type Interval } from '@colloquy/speech';
import { openEngines, type AudioSlice } from '../src/index.ts';
import { ANNA, BEN, ENDPOINT_PATH, prediction, ScriptedEndpoint, TWO_VOICES } from './scripted-endpoint.ts';
import { type Asked, type Respond } from './scripted-server.ts';
import { DIALOGUE, sliceOf, testEnv, testFolder } from './synthetic-speech.ts';

const folder = testFolder();
const { signal } = new AbortController();
const endpoint = new ScriptedEndpoint();
const { server } = endpoint;
let slice: AudioSlice;

interface Row {
  audio_base64: string;
  reference_embeddings?: string;
  chunk_index?: number;
}
function rowOf({ body }: Asked): Row {
  const { dataframe_records: rows } = JSON.parse(body.toString()) as { dataframe_records: Row[] };
  expect(rows).toHaveLength(1);
  return rows[0] as Row;
}
const audioMs = (row: Row) => (Buffer.from(row.audio_base64, 'base64').length - 44) / 32;
beforeAll(async () => {
  await endpoint.start();
  slice = { ...(await sliceOf(DIALOGUE.slice(0, 2), folder)), startMs: 1_000 };
});
afterAll(() => endpoint.stop());

test('sends the audio as WAV and brings times and voices back', async () => {
  server.script(TWO_VOICES);
  const { turns, regions, speakers } = await endpoint.open().diarize(slice, { signal });
  expect(turns).toEqual([
    { speaker: 'SPEAKER_00', startMs: 1_500, endMs: 3_000 },
    { speaker: 'SPEAKER_01', startMs: 2_800, endMs: slice.endMs },
  ]);
  expect(speakers).toEqual([
    { label: 'SPEAKER_00', vector: [expect.closeTo(0.6), 0.8, 0, 0], speechMs: 1_500 },
    { label: 'SPEAKER_01', vector: [0, 0, 1, 0], speechMs: slice.endMs - 2_800 },
  ]);
  expect(regions.length).toBeGreaterThan(0);
  const [asked] = server.asked;
  expect(asked).toMatchObject({
    method: 'POST',
    path: ENDPOINT_PATH,
    headers: { authorization: 'Bearer dapi-test-secret', 'content-type': 'application/json' },
  });
  const row = asked && rowOf(asked);
  expect(Object.keys(row ?? {})).toEqual(['audio_base64']);
  expect(row && audioMs(row)).toBe(slice.endMs - slice.startMs);
});

test('estimates times where the model tells only what each said', async () => {
  const [question, answer] = DIALOGUE.map(([, text]) => text);
  server.script(
    prediction({
      dialog: `Interviewer: ${question}\nRespondent: ${answer}`,
      speaker_embeddings: JSON.stringify({ Interviewer: ANNA, Respondent: BEN }),
    }),
  );
  const { turns, regions } = await endpoint.open().diarize(slice, { signal });
  const [first] = turns.filter(({ speaker }) => speaker === 'SPEAKER_01');
  const change = first?.startMs ?? 0;
  // Half a second of silence lies between the two sentences.
  expect(regions.some(({ startMs }) => startMs === change)).toBe(true);
  for (const turn of turns) expect(regions.some((region) => overlapMs(region, turn) > 0)).toBe(true);
});

test('tells the model whom it heard before, and who of them is heard again', async () => {
  const references = [
    { label: 'SPEAKER_00', vector: [0.6, 0.8, 0, 0] },
    { label: 'SPEAKER_01', vector: [0, 1, 0, 0] },
  ];
  server.script(
    prediction({
      dialog:
        'SPEAKER_00: Good morning, and thank you for taking the time.\nRespondent2: Good morning to you.',
      speaker_embeddings: JSON.stringify({
        ...Object.fromEntries(references.map(({ label, vector }) => [label, vector])),
        Respondent2: BEN,
      }),
    }),
  );
  const { speakers } = await endpoint.open().diarize(slice, { signal, references });
  expect(speakers).toEqual([
    expect.objectContaining({ vector: [0.6, 0.8, 0, 0], reference: 'SPEAKER_00' }),
    { label: 'SPEAKER_03', vector: [0, 0, 1, 0], speechMs: expect.any(Number) },
  ]);
  const [asked] = server.asked;
  const row = asked && rowOf(asked);
  expect(row?.chunk_index).toBe(1);
  expect(JSON.parse(row?.reference_embeddings ?? '')).toEqual({
    SPEAKER_00: [0.6, 0.8, 0, 0],
    SPEAKER_01: [0, 1, 0, 0],
  });
});

describe('a long slice', () => {
  const maxRequestBytes = 600_000;
  let long: AudioSlice;
  /** Says of every audio that two people spoke in turn, called differently each time. */
  const inTurn: Respond = (response, asked) => {
    const seconds = audioMs(rowOf(asked)) / 1000;
    const [anna, ben] = server.asked.length % 2 === 0 ? ['A', 'B'] : ['B', 'A'];
    prediction({
      speaker_embeddings: JSON.stringify({ [String(anna)]: ANNA, [String(ben)]: BEN }),
      segments: JSON.stringify([
        { speaker: anna, start: 0, end: seconds / 2 },
        { speaker: ben, start: seconds / 2, end: seconds },
      ]),
    })(response, asked);
  };

  beforeAll(async () => {
    long = await sliceOf(DIALOGUE, folder);
  });

  test('goes in parts that the service takes, cut at silences, and its speakers stay the same', async () => {
    server.script(inTurn);
    const progress: number[] = [];
    const { turns, speakers, regions } = await endpoint.open({ maxRequestBytes }).diarize(long, {
      signal,
      onProgress: (fraction) => progress.push(fraction),
    });
    const rows = server.asked.map(rowOf);
    expect(rows.length).toBeGreaterThan(1);
    for (const { body } of server.asked) expect(body.length).toBeLessThanOrEqual(maxRequestBytes);
    expect(rows.reduce((total, row) => total + audioMs(row), 0)).toBe(long.endMs);
    const cut = audioMs(rows[0] as Row);
    const inSpeech = (at: Interval) => at.startMs < cut && cut < at.endMs;
    expect(regions.some(inSpeech)).toBe(false);
    expect(Object.keys(JSON.parse(rows[1]?.reference_embeddings ?? '{}'))).toHaveLength(2);
    expect(speakers).toHaveLength(2);
    expect(turns.map(({ speaker }) => speaker)).toEqual(rows.flatMap(() => ['SPEAKER_00', 'SPEAKER_01']));
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(progress.at(-1)).toBe(1);
  });

  test('goes whole when it is not to be cut', async () => {
    server.script(inTurn);
    await endpoint.open({ maxRequestBytes, chunking: false }).diarize(long, { signal });
    expect(server.asked).toHaveLength(1);
  });
});

test('nothing is sent for silence', async () => {
  const pcmPath = join(folder, 'silence.pcm');
  writeFileSync(pcmPath, Buffer.alloc(32 * 3_000));
  server.script(TWO_VOICES);
  const result = await endpoint.open().diarize({ pcmPath, startMs: 0, endMs: 3_000 }, { signal });
  expect(result).toMatchObject({ turns: [], regions: [], speakers: [] });
  expect(server.asked).toEqual([]);
});

test('is the best rung once its address is set, with the threshold that was asked for', async () => {
  const values = {
    DIARIZATION_ENDPOINT_URL: `${server.url}/invocations`,
    DIARIZATION_EMBEDDER_DIMENSIONS: '4',
  };
  server.script(TWO_VOICES);
  for (const [further, similarityThreshold] of [
    [{}, 0.75],
    [{ SPEAKER_SIMILARITY_THRESHOLD: '0.6' }, 0.6],
  ] as const) {
    const engines = await openEngines(testEnv(folder, { ...values, ...further }));
    expect(engines.diarizer.embedder).toEqual({
      model: 'pyannote/embedding',
      dimensions: 4,
      similarityThreshold,
    });
    expect((await engines.diarizer.diarize(slice, { signal })).speakers).toHaveLength(2);
    await engines.close();
  }
});

test('another rung takes the threshold too', async () => {
  const env = testEnv(folder, { DIARIZER: 'embedded', SPEAKER_SIMILARITY_THRESHOLD: '0.42' });
  const engines = await openEngines(env);
  expect(engines.diarizer.embedder).toMatchObject({ model: 'speaker-96', similarityThreshold: 0.42 });
  await engines.close();
});

test('tells no voices but those of a whole recording', async () => {
  const engines = await openEngines(
    testEnv(folder, { DIARIZER: 'diarization-endpoint', DIARIZATION_ENDPOINT_URL: 'http://127.0.0.1:1/x' }),
  );
  const voices = [{ stretches: [{ startMs: 1_000, endMs: 3_000 }] }];
  await expect(engines.embedVoices(slice, voices, { signal })).rejects.toMatchObject({
    code: 'VOICES_NOT_EMBEDDABLE',
    transient: false,
  });
  await engines.close();
});
