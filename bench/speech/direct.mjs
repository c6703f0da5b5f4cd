// The whole chain (the worker's decoding, plan, engines, checkpoints and publishing, and the import of the transcript,
// until the recording is READY) against the same engines called directly in one process: five times each, alternating,
// medians. The file is as long as one chunk: what the chain costs beside the engines is fixed by the file, not the minute.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { composeAudio, startProduct } from './product.mjs';

const RUNS = 5;
const MINUTES = 10;

/** In a fresh process, which loads the models. */
function runDirect(models, path, folder) {
  const started = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [fileURLToPath(import.meta.url), models, path, join(folder, 'direct.pcm')],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return (performance.now() - started) / 1000;
}

/** Without the engine processes of the run before, so that loading the models counts here too. */
async function runChain(product, path) {
  for (const pid of product.enginePids()) process.kill(pid, 'SIGKILL');
  return product.process(path);
}

export async function measureDirect({ models, recordings, folder }) {
  const path = join(folder, 'chunk.flac');
  await composeAudio(recordings, MINUTES * 60_000, path);
  const product = await startProduct(models);
  const direct = [];
  const chain = [];
  try {
    for (let i = 0; i < RUNS; i++) {
      direct.push(runDirect(models, path, folder));
      chain.push(await runChain(product, path));
    }
  } finally {
    await product.stop();
  }
  const chainSeconds = chain.map(({ seconds }) => seconds);
  const engineSeconds = chain.map((run) => run.engineSeconds);
  const ratio = median(chainSeconds) / median(direct);
  return {
    measure: 'chain / direct',
    value: ratio,
    shown: ratio.toFixed(3),
    detail: `${MINUTES} minutes, ${RUNS} runs, medians: worker until READY ${span(chainSeconds)}, of them in engines ${span(engineSeconds)}, in one process ${span(direct)}`,
  };
}

const median = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
const span = (times) =>
  `${median(times).toFixed(2)} s (${Math.min(...times).toFixed(2)}–${Math.max(...times).toFixed(2)})`;

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
      known: [],
      voiceThreshold: 0.6,
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
