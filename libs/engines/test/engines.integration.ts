import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cosineSimilarity, segmentsFromWords, wordErrorRate } from '@colloquy/speech';
import {
  decodeAudio,
  inspectEngines,
  openEngines,
  type AudioSlice,
  type SpeechEngines,
} from '../src/index.ts';
import { DIALOGUE, sharedModels, speak, testEnv, testFolder, withSharedModels } from './synthetic-speech.ts';

const folder = testFolder();
const { signal } = new AbortController();
const said = DIALOGUE.map(([, text]) => text).join(' ');
let slice: AudioSlice;

beforeAll(async () => {
  const pcmPath = join(folder, 'dialogue.pcm');
  const { durationMs } = await decodeAudio(speak(DIALOGUE, folder), pcmPath, {
    signal,
    maxDurationMs: 600_000,
  });
  slice = { pcmPath, startMs: 0, endMs: durationMs };
});

async function transcribe(engines: SpeechEngines) {
  const progress: number[] = [];
  const { turns, regions, speakers } = await engines.diarizer.diarize(slice, {
    signal,
    onProgress: (fraction) => progress.push(fraction),
  });
  const { words, language, seconds } = await engines.recognizer.recognize(slice, regions, {
    signal,
    onProgress: (fraction) => progress.push(fraction),
  });
  expect(progress.every((fraction) => fraction > 0 && fraction <= 1)).toBe(true);
  expect(seconds).toBeGreaterThan(0);
  expect(language).toBe('en');
  for (const { startMs, endMs } of words)
    expect(startMs >= 0 && startMs < endMs && endMs <= slice.endMs).toBe(true);
  expect(words.map(({ startMs }) => startMs)).toEqual(
    words.map(({ startMs }) => startMs).sort((a, b) => a - b),
  );
  for (const { vector } of speakers)
    expect([vector.length, vector.reduce((sum, value) => sum + value * value, 0)]).toEqual([
      engines.diarizer.embedder.dimensions,
      expect.closeTo(1),
    ]);
  return { speakers, segments: segmentsFromWords(words, turns) };
}

test('the embedded rung: two voices alternate, and most words are right', async () => {
  const engines = await openEngines(testEnv(folder, { RECOGNIZER: 'pocketsphinx', DIARIZER: 'embedded' }));
  try {
    const { speakers, segments } = await transcribe(engines);
    expect(speakers.map(({ label }) => label)).toEqual(['SPEAKER_00', 'SPEAKER_01']);
    expect(segments.map(({ speaker }) => speaker)).toEqual(DIALOGUE.map((_, i) => `SPEAKER_0${i % 2}`));
    expect(wordErrorRate(said, segments.map(({ text }) => text).join(' ')).rate).toBeLessThan(0.2);
    expect(segments[0]?.text).toMatch(/^Good morning.*\.$/);
  } finally {
    await engines.close();
  }
}, 120_000);

test('the embedded rung: voices listened to where they are heard are those it told apart', async () => {
  const engines = await openEngines(testEnv(folder, { DIARIZER: 'embedded' }));
  try {
    const { turns, speakers } = await engines.diarizer.diarize(slice, { signal });
    const voices = speakers.map(({ label }) => ({
      stretches: turns.filter(({ speaker }) => speaker === label),
    }));
    const vectors = await engines.embedVoices(slice, voices, { signal });
    const likeness = vectors.map((vector) =>
      speakers.map((speaker) => cosineSimilarity(vector, speaker.vector)),
    );
    expect(likeness.map((row) => row.indexOf(Math.max(...row)))).toEqual([0, 1]);
    expect(Math.min(...likeness.map((row) => Math.max(...row)))).toBeGreaterThan(0.9);
  } finally {
    await engines.close();
  }
}, 60_000);

withSharedModels(
  'local models: the same with a segmentation model and a transducer',
  async () => {
    const engines = await openEngines(testEnv(folder, { SPEECH_MODELS_DIR: sharedModels }));
    try {
      expect([engines.recognizer.info.model, engines.diarizer.info.model]).toEqual([
        'zipformer-3m',
        'pyannote-segmentation-3.0 + speaker-96',
      ]);
      const { speakers, segments } = await transcribe(engines);
      expect(speakers).toHaveLength(2);
      expect(segments.map(({ speaker }) => speaker)).toEqual(DIALOGUE.map((_, i) => `SPEAKER_0${i % 2}`));
      expect(wordErrorRate(said, segments.map(({ text }) => text).join(' ')).rate).toBeLessThan(0.25);
      const one = await engines.diarizer.diarize(slice, { signal, expectedSpeakers: 1 });
      expect(one.speakers.map(({ label }) => label)).toEqual(['SPEAKER_00']);
    } finally {
      await engines.close();
    }
  },
  120_000,
);

test('part of a file gives times of the whole recording, and the number of speakers can be given', async () => {
  const engines = await openEngines(testEnv(folder, { DIARIZER: 'embedded' }));
  try {
    const part = { ...slice, startMs: Math.round(slice.endMs / 2) };
    const { turns, regions } = await engines.diarizer.diarize(part, { signal });
    for (const { startMs, endMs } of [...turns, ...regions])
      expect(startMs >= part.startMs && endMs <= part.endMs).toBe(true);
    expect((await engines.diarizer.diarize(slice, { signal, expectedSpeakers: 1 })).speakers).toHaveLength(1);
    expect((await engines.diarizer.diarize(slice, { signal, expectedSpeakers: 2 })).speakers).toHaveLength(2);
    const speech = await engines.detectSpeech(slice, { signal });
    expect(speech.length).toBeGreaterThan(3);
  } finally {
    await engines.close();
  }
}, 60_000);

test('speech lies in the data folder while it is written down, and nowhere afterwards', async () => {
  const engines = await openEngines(testEnv(folder, { RECOGNIZER: 'pocketsphinx', DIARIZER: 'embedded' }));
  try {
    const scratch = join(folder, 'scratch');
    const seen: string[] = [];
    const onProgress = () => seen.push(...readdirSync(scratch, { recursive: true }).map(String));
    const part = { ...slice, endMs: 3_000 };
    await engines.recognizer.recognize(part, [part], { signal, onProgress });
    expect(seen).toContainEqual(expect.stringMatching(/[/]000000[.]raw$/));
    expect(readdirSync(scratch)).toEqual([]);
  } finally {
    await engines.close();
  }
});

test('silence has no speakers and no words', async () => {
  const engines = await openEngines(testEnv(folder, { RECOGNIZER: 'pocketsphinx', DIARIZER: 'embedded' }));
  try {
    const silence = { pcmPath: join(folder, 'silence.pcm'), startMs: 0, endMs: 5_000 };
    writeFileSync(silence.pcmPath, Buffer.alloc(160_000));
    expect(await engines.diarizer.diarize(silence, { signal })).toMatchObject({
      turns: [],
      regions: [],
      speakers: [],
    });
    expect(await engines.recognizer.recognize(silence, [], { signal })).toMatchObject({ words: [] });
  } finally {
    await engines.close();
  }
});

test('what is not here is listed with the reason and the way to get it', async () => {
  const rungs = await inspectEngines(testEnv(folder));
  expect(rungs.find(({ id }) => id === 'transcription-api')).toMatchObject({
    rung: 'hosted',
    available: false,
    unavailableReason: 'TRANSCRIPTION_BASE_URL is not set.',
  });
  expect(rungs.find(({ id }) => id === 'whisper-small')).toMatchObject({
    rung: 'local',
    available: false,
    howToGet: [expect.stringContaining('npm run models -- get whisper-small')],
  });
  expect(rungs.filter(({ selected }) => selected).map(({ id, embedder }) => [id, embedder])).toEqual([
    ['pocketsphinx', null],
    ['embedded', 'speaker-96'],
  ]);
  await expect(openEngines(testEnv(folder, { RECOGNIZER: 'whisper-small' }))).rejects.toMatchObject({
    code: 'ENGINE_UNAVAILABLE',
    recovery: expect.arrayContaining([expect.stringContaining('RECOGNIZER=pocketsphinx')]),
  });
  await expect(
    openEngines(
      testEnv(folder, { RECOGNIZER: 'pocketsphinx', POCKETSPHINX_PATH: '/nowhere/pocketsphinx_batch' }),
    ),
  ).rejects.toMatchObject({
    recovery: expect.arrayContaining(['apt-get install pocketsphinx pocketsphinx-en-us']),
  });
});

withSharedModels('a damaged model is an error, not a crash', async () => {
  const models = join(folder, 'models');
  mkdirSync(models);
  cpSync(join(sharedModels, 'zipformer-3m'), join(models, 'zipformer-3m'), { recursive: true });
  writeFileSync(join(models, 'zipformer-3m', 'joiner.int8.onnx'), 'not a model');
  const engines = await openEngines(
    testEnv(folder, { SPEECH_MODELS_DIR: models, RECOGNIZER: 'zipformer-3m' }),
  );
  try {
    await expect(engines.recognizer.recognize(slice, [slice], { signal })).rejects.toMatchObject({
      code: 'MODEL_DAMAGED',
      transient: false,
    });
  } finally {
    await engines.close();
  }
});
