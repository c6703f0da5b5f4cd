// The whole chain (decode, diarize, recognise, through ports and processes) against the same engines called directly in
// one process: five times each, alternating, medians.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeAudio, openEngines, probeAudio, speechEnv } from '@colloquy/engines';
import { segmentsFromWords } from '@colloquy/speech';
import { z } from 'zod';

const RUNS = 5;
const signal = new AbortController().signal;

async function runChain(models, recording, folder) {
  const pcmPath = join(folder, 'chain.pcm');
  const started = performance.now();
  const engines = await openEngines(
    z.object(speechEnv).parse({
      ...process.env,
      SPEECH_MODELS_DIR: models,
      RECOGNIZER: 'zipformer-3m',
      DIARIZER: 'pyannote-segmentation-3.0',
    }),
  );
  const { durationMs: announced } = await probeAudio(recording, { signal });
  const { durationMs } = await decodeAudio(recording, pcmPath, {
    signal,
    maxDurationMs: 7_200_000,
    durationMs: announced,
  });
  const slice = { pcmPath, startMs: 0, endMs: durationMs };
  const { turns, regions } = await engines.diarizer.diarize(slice, { signal });
  const { words } = await engines.recognizer.recognize(slice, regions, { signal });
  segmentsFromWords(words, turns);
  const seconds = (performance.now() - started) / 1000;
  await engines.close();
  return seconds;
}

/** In a fresh process too, so that loading the models counts on both sides. */
function runDirect(models, recording, folder) {
  const started = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [fileURLToPath(import.meta.url), models, recording, join(folder, 'direct.pcm')],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return (performance.now() - started) / 1000;
}

export async function measureDirect({ models, recording, folder }) {
  const chain = [];
  const direct = [];
  for (let i = 0; i < RUNS; i++) {
    direct.push(runDirect(models, recording, folder));
    chain.push(await runChain(models, recording, folder));
  }
  const ratio = median(chain) / median(direct);
  const span = (times) =>
    `${median(times).toFixed(2)} s (${Math.min(...times).toFixed(2)}–${Math.max(...times).toFixed(2)})`;
  return {
    measure: 'chain / direct',
    value: ratio,
    shown: ratio.toFixed(3),
    detail: `${basename(recording)}, ${RUNS} runs, medians: through the ports ${span(chain)}, in one process ${span(direct)}`,
  };
}

const median = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [models, recording, pcmPath] = process.argv.slice(2);
  const tasks = new URL('../../libs/engines/dist/host/tasks/', import.meta.url);
  const { diarizeSegmented } = await import(new URL('diarize-segmented.task.js', tasks));
  const { recognizeStreaming } = await import(new URL('recognize-streaming.task.js', tasks));
  spawnSync('ffmpeg', [
    '-v',
    'error',
    '-y',
    '-i',
    recording,
    '-ac',
    '1',
    '-ar',
    '16000',
    '-f',
    's16le',
    pcmPath,
  ]);
  const slice = { pcmPath, startMs: 0, endMs: Math.floor(statSync(pcmPath).size / 32) };
  const at = (model, file) => join(models, model, file);
  const segmentationModel = at('pyannote-segmentation-3.0', 'model.onnx');
  const { regions } = await diarizeSegmented(
    {
      slice,
      expectedSpeakers: null,
      segmentationModel,
      embedderModel: at('speaker-96', 'model.onnx'),
      mergeSimilarity: 0.25,
    },
    async () => {},
  );
  const zipformer = (file) => at('zipformer-3m', file);
  const model = {
    encoder: zipformer('encoder.fixed.int8.onnx'),
    decoder: zipformer('decoder.onnx'),
    joiner: zipformer('joiner.int8.onnx'),
    tokens: zipformer('tokens.txt'),
  };
  await recognizeStreaming({ slice, regions, model }, async () => {});
}
