import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DELIVERY_CALL, eventually, speakDialogue, type Stack } from '@colloquy/testkit';

/** What a person does with a recording, through the product's one address. */

export interface Problem {
  code: string;
  message: string;
  recovery: string[];
}

export interface RecordingState {
  __typename: string;
  id: string;
  title: string;
  status: string;
  fileName: string | null;
  expectedSpeakers: number | null;
  problem: Problem | null;
  processing: { stage: string; message: string; progress: number; attempt: number } | null;
}

export type RecordingAnswer = Partial<RecordingState> & Partial<Problem> & { __typename: string };

const STATE = 'id title status fileName expectedSpeakers problem { code message recovery }';
const PROCESSING = 'processing { stage message progress attempt }';
const RESULT = `{ __typename ... on Recording { ${STATE} ${PROCESSING} } ... on Problem { code message recovery } }`;

export const tusHeaders = { 'tus-resumable': '1.0.0' };

/** @returns the upload's address */
export async function createUpload(stack: Stack, size: number, fileName: string): Promise<URL> {
  const created = await fetch(`${stack.url}/upload`, {
    method: 'POST',
    headers: {
      ...tusHeaders,
      'upload-length': String(size),
      'upload-metadata': `filename ${Buffer.from(fileName).toString('base64')}`,
    },
  });
  if (created.status !== 201) throw new Error(`upload: ${created.status} ${await created.text()}`);
  return new URL(created.headers.get('location') ?? '', `${stack.url}/upload`);
}

export function sendBytes(upload: URL, offset: number, bytes: Buffer): Promise<Response> {
  return fetch(upload, {
    method: 'PATCH',
    headers: {
      ...tusHeaders,
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
    },
    body: new Uint8Array(bytes),
  });
}

/** Uploads by tus in one request, as the smallest client would. */
export async function uploadByTus(stack: Stack, bytes: Buffer, fileName: string): Promise<string> {
  const upload = await createUpload(stack, bytes.length, fileName);
  const sent = await sendBytes(upload, 0, bytes);
  if (sent.status !== 204) throw new Error(`upload: ${sent.status} ${await sent.text()}`);
  return upload.pathname.split('/').at(-1) ?? '';
}

export async function createRecording(
  stack: Stack,
  uploadId: string,
  details: object = {},
): Promise<RecordingAnswer> {
  const { createRecording: answer } = await stack.graph.query<{ createRecording: RecordingAnswer }>(
    `mutation ($input: CreateRecordingInput!) { createRecording(input: $input) ${RESULT} }`,
    { input: { uploadId, ...details } },
  );
  return answer;
}

/** @returns its id; it is queued or being processed. */
export async function takeIn(stack: Stack, bytes: Buffer, title: string): Promise<string> {
  const answer = await createRecording(stack, await uploadByTus(stack, bytes, 'call.mp3'), { title });
  if (!answer.id) throw new Error(`${title}: ${answer.code} ${answer.message}`);
  return answer.id;
}

export async function importTranscript(stack: Stack, input: object): Promise<RecordingAnswer> {
  const { importTranscript: answer } = await stack.graph.query<{ importTranscript: RecordingAnswer }>(
    `mutation ($input: ImportTranscriptInput!) { importTranscript(input: $input) ${RESULT} }`,
    { input },
  );
  return answer;
}

/** Null when it is gone. */
export async function stateOf(stack: Stack, id: string): Promise<RecordingState | null> {
  const { recording } = await stack.graph.query<{ recording: RecordingState | null }>(
    `query ($id: ID!) { recording(id: $id) { __typename ${STATE} ${PROCESSING} } }`,
    { id },
  );
  return recording;
}

/** Waits for a status; another end than that is an error at once. */
export async function reaches(
  stack: Stack,
  id: string,
  status: string,
  timeoutMs = 90_000,
): Promise<RecordingState> {
  const state = await eventually(async () => {
    const now = await stateOf(stack, id);
    return now && [status, 'READY', 'FAILED', 'CANCELLED'].includes(now.status) ? now : null;
  }, timeoutMs);
  if (state.status !== status)
    throw new Error(`${state.title} is ${state.status}, not ${status}: ${JSON.stringify(state.problem)}`);
  return state;
}

/** By the name of one of the mutations that take an id. */
export async function act(
  stack: Stack,
  mutation: 'cancelProcessing' | 'restoreRecording' | 'retryProcessing',
  id: string,
): Promise<RecordingAnswer> {
  const [type, argument, value] =
    mutation === 'retryProcessing' ? ['RetryProcessingInput!', 'input', { id }] : ['ID!', 'id', id];
  const data = await stack.graph.query<Record<string, RecordingAnswer>>(
    `mutation ($value: ${type}) { ${mutation}(${argument}: $value) ${RESULT} }`,
    { value },
  );
  const answer = data[mutation];
  if (!answer) throw new Error(`${mutation} answered nothing`);
  return answer;
}

export async function deleteRecording(stack: Stack, id: string): Promise<void> {
  await stack.graph.query('mutation ($id: ID!) { deleteRecording(id: $id) { __typename } }', { id });
}

export interface Said {
  speaker: { label: string; displayName: string };
  text: string;
  startMs: number;
  endMs: number;
}

/** The whole of a short transcript. */
export async function whatWasSaid(stack: Stack, id: string): Promise<Said[]> {
  const { recording } = await stack.graph.query<{
    recording: { transcript: { segments: { edges: { node: Said }[] } } };
  }>(
    `query ($id: ID!) { recording(id: $id) { transcript { segments(first: 1000) { edges { node {
      speaker { label displayName } text startMs endMs } } } } } }`,
    { id },
  );
  return recording.transcript.segments.edges.map(({ node }) => node);
}

/** Takes in `Line number 0.`, `Line number 1.`, …, one a second, with a call to be heard. @returns the recording's id */
export async function takeInLines(stack: Stack, count: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'colloquy-lines-'));
  try {
    const file = join(folder, 'call.mp3');
    speakDialogue([...DELIVERY_CALL, ...DELIVERY_CALL], file);
    const uploadId = await uploadByTus(stack, readFileSync(file), 'call.mp3');
    const content = Array.from(
      { length: count },
      (_, line) => `[0:${String(line).padStart(2, '0')}] Anna: Line number ${line}.`,
    ).join('\n');
    const { id = '' } = await importTranscript(stack, { title: 'Lines', format: 'TEXT', content, uploadId });
    await reaches(stack, id, 'READY');
    return id;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
