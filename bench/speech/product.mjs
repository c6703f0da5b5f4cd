// The whole product with the smallest local pair of engines, and long files for it.
import { execFileSync } from 'node:child_process';
import { openAsBlob } from 'node:fs';
import { open, readFile, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { startStack } from '@colloquy/testkit';
import pg from 'pg';

export const LOCAL_PAIR = { RECOGNIZER: 'zipformer-3m', DIARIZER: 'pyannote-segmentation-3.0' };

const POLL_MS = 500;
const BYTES_PER_MS = 32;
const CREATE = `mutation ($input: CreateRecordingInput!) { createRecording(input: $input) {
  __typename ... on Recording { id } ... on Problem { message } } }`;
const STATE = `query ($id: ID!) { recording(id: $id) { status durationMs problem { message }
  engineRuns { stage seconds } transcript { speakers { label } } } }`;

/** Writes the recordings again and again into a FLAC file at `path`, `durationMs` long. */
export async function composeAudio(recordings, durationMs, path) {
  const parts = await Promise.all(recordings.map(({ pcmPath }) => readFile(pcmPath)));
  const pcm = await open(`${path}.pcm`, 'w');
  for (let left = durationMs * BYTES_PER_MS, i = 0; left > 0; i++) {
    const part = parts[i % parts.length].subarray(0, left);
    await pcm.write(part);
    left -= part.length;
  }
  await pcm.close();
  const input = ['-f', 's16le', '-ar', '16000', '-ac', '1', '-i', `${path}.pcm`];
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...input, path]);
  await rm(`${path}.pcm`);
}

/** Starts everything on embedded defaults, in a data folder of its own. */
export async function startProduct(models) {
  const stack = await startStack({ SPEECH_MODELS_DIR: models, ...LOCAL_PAIR });
  const database = new pg.Client({ connectionString: stack.databaseUrl });
  await database.connect();

  async function upload(path) {
    const blob = await openAsBlob(path);
    const tus = { 'tus-resumable': '1.0.0' };
    const created = await fetch(`${stack.url}/upload`, {
      method: 'POST',
      headers: {
        ...tus,
        'upload-length': String(blob.size),
        'upload-metadata': `filename ${Buffer.from(basename(path)).toString('base64')}`,
      },
    });
    const location = new URL(created.headers.get('location'), stack.url);
    const headers = { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
    const sent = await fetch(location, { method: 'PATCH', headers, body: blob });
    if (sent.status !== 204) throw new Error(`upload: ${sent.status} ${await sent.text()}`);
    return location.pathname.split('/').at(-1);
  }

  async function untilReady(id) {
    for (;;) {
      const { recording } = await stack.graph.query(STATE, { id });
      if (recording.status === 'READY') return recording;
      if (recording.problem) throw new Error(recording.problem.message);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  /**
   * Uploads a file and waits until its transcript can be read.
   * @returns `seconds` from the moment the worker began with it until it was READY, and how much of them the engines took
   */
  async function process(path) {
    const input = { uploadId: await upload(path), title: basename(path) };
    const { createRecording } = await stack.graph.query(CREATE, { input });
    if (!createRecording.id) throw new Error(createRecording.message);
    const recording = await untilReady(createRecording.id);
    const { rows } = await database.query(
      `select extract(epoch from finished_at - started_at)::float as seconds, jsonb_array_length(chunks) as chunks
         from ingest.processing_job where recording_id = $1`,
      [createRecording.id],
    );
    return {
      ...rows[0],
      engineSeconds: recording.engineRuns.reduce((total, { seconds }) => total + seconds, 0),
      durationMs: recording.durationMs,
      speakers: recording.transcript.speakers.length,
    };
  }

  return {
    process,
    workerPid: () => stack.pid('worker'),
    enginePids: () => stack.enginePids(),
    async stop() {
      await database.end();
      await stack.stop();
    },
  };
}
