import { audio, removeMadeAudio, RunningIngest } from './running-ingest.ts';

let ingest: RunningIngest;
beforeAll(async () => {
  ingest = await RunningIngest.start({ MAX_UPLOAD_BYTES: String(4 << 20), MAX_DURATION_HOURS: '1' });
}, 90_000);
afterAll(async () => {
  await ingest.stop();
  removeMadeAudio();
});

describe('multipart uploads', () => {
  const send = async (bytes: Buffer, fileName: string) => {
    const form = new FormData();
    const query =
      'mutation ($file: Upload!) { uploadRecording(file: $file) { __typename ... on Recording { id title durationMs sizeBytes } ... on Problem { code } } }';
    form.set('operations', JSON.stringify({ query, variables: { file: null } }));
    form.set('map', JSON.stringify({ 0: ['variables.file'] }));
    form.set('0', new File([new Uint8Array(bytes)], fileName));
    const response = await fetch(`${ingest.url}/graphql`, {
      method: 'POST',
      headers: { 'apollo-require-preflight': 'true' },
      body: form,
    });
    return ((await response.json()) as { data: { uploadRecording: Record<string, unknown> } }).data
      .uploadRecording;
  };

  it('become recordings too', async () => {
    const bytes = audio(4, 'mp3');
    expect(await send(bytes, 'call.mp3')).toMatchObject({
      __typename: 'Recording',
      title: 'call',
      sizeBytes: bytes.length,
    });
  });

  it('are refused like others, with nothing left', async () => {
    const before = await ingest.recordingCount();
    expect(await send(Buffer.from('just text '.repeat(1_000)), 'call.mp3')).toMatchObject({
      code: 'UPLOAD_NOT_AUDIO',
    });
    expect(await send(Buffer.alloc((4 << 20) + 1_000, 1), 'big.mp3')).toMatchObject({
      code: 'UPLOAD_TOO_LARGE',
    });
    expect(await ingest.recordingCount()).toBe(before);
    expect(ingest.files('uploads')).toEqual([]);
  });
});
