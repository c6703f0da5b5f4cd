import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '@colloquy/testkit';
import { audio, removeMadeAudio, RunningIngest } from './running-ingest.ts';

let ingest: RunningIngest;
beforeAll(async () => {
  ingest = await RunningIngest.start({ MAX_UPLOAD_BYTES: String(4 << 20), MAX_DURATION_HOURS: '1' });
}, 90_000);
afterAll(async () => {
  await ingest.stop();
  removeMadeAudio();
});

describe('resumable uploads', () => {
  it('go on after a dropped connection and a killed server, byte for byte', async () => {
    const bytes = audio(20, 'wav', '-ar', '22050');
    const location = await ingest.createUpload(bytes.length, '../../etc/My\u0007 talk_1.wav');
    expect(location).toMatch(/^\/upload\/[0-9a-f]{32}$/);
    const uploadId = location.split('/').at(-1) ?? '';

    // A body that breaks off in the middle.
    const half = Math.floor(bytes.length / 2);
    const broken = new ReadableStream({
      async pull(controller) {
        controller.enqueue(new Uint8Array(bytes.subarray(0, half)));
        await eventually(() => statSync(join(ingest.dataDir, 'uploads', uploadId)).size > 0);
        controller.error(new Error('the line went dead'));
      },
    });
    await expect(ingest.patch(location, 0, broken)).rejects.toThrow();
    await ingest.restartService();

    const head = await fetch(new URL(location, ingest.url), {
      method: 'HEAD',
      headers: { 'Tus-Resumable': '1.0.0' },
    });
    const offset = Number(head.headers.get('upload-offset'));
    expect(offset).toBeGreaterThan(0);
    expect(offset).toBeLessThan(bytes.length);
    expect(await ingest.create(uploadId)).toMatchObject({ __typename: 'Problem', code: 'UPLOAD_UNFINISHED' });
    expect((await ingest.patch(location, offset, new Uint8Array(bytes.subarray(offset)))).status).toBe(204);

    const recording = await ingest.create(uploadId, { language: 'EN-us', expectedSpeakers: 2 });
    expect(recording).toMatchObject({
      title: 'My talk 1',
      fileName: 'My talk_1.wav',
      status: 'QUEUED',
      format: 'wav',
      durationMs: 20_000,
      sizeBytes: bytes.length,
      language: 'en-US',
      expectedSpeakers: 2,
      duplicateOf: null,
    });
    const stored = readFileSync(join(ingest.dataDir, 'storage/recordings', recording.id ?? '', 'source'));
    expect(createHash('sha256').update(stored).digest('hex')).toBe(
      createHash('sha256').update(bytes).digest('hex'),
    );
    expect(ingest.files('uploads')).toEqual([]);

    // Asked again, after an answer that got lost: the same recording.
    expect(await ingest.create(uploadId)).toMatchObject({ __typename: 'Recording', id: recording.id });

    const again = await ingest.create(await ingest.upload(bytes, 'copy.wav'));
    expect(again).toMatchObject({ __typename: 'Recording', duplicateOf: { id: recording.id } });
  });

  it('are refused when too large, read back by nobody, and made by no other site', async () => {
    await expect(ingest.createUpload((4 << 20) + 1, 'a.mp3')).rejects.toThrow('413');
    const location = await ingest.createUpload(10, 'a.mp3');
    expect((await fetch(new URL(location, ingest.url))).status).toBe(405);
    const preflight = await fetch(`${ingest.url}/upload`, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example' },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
    await fetch(new URL(location, ingest.url), { method: 'DELETE', headers: { 'Tus-Resumable': '1.0.0' } });
    expect(await ingest.create(location.split('/').at(-1) ?? '')).toMatchObject({ code: 'UPLOAD_NOT_FOUND' });
    expect(await ingest.create('../../secrets')).toMatchObject({ code: 'UPLOAD_NOT_FOUND' });
  });
});

describe('what is no audio we can use', () => {
  const cut = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2));
  const silence = (seconds: number) =>
    execFileSync(
      'ffmpeg',
      [
        '-v',
        'error',
        '-f',
        'lavfi',
        '-i',
        'anullsrc=r=44100:cl=mono',
        '-t',
        String(seconds),
        '-f',
        'flac',
        '-',
      ],
      { maxBuffer: 64 << 20 },
    );
  const video = () =>
    execFileSync('ffmpeg', [
      '-v',
      'error',
      '-f',
      'lavfi',
      '-i',
      'testsrc=duration=2:size=64x64',
      '-movflags',
      'frag_keyframe+empty_moov',
      '-f',
      'mp4',
      '-',
    ]);
  /** FairPlay: the same boxes, the audio sample entry named `drms`. */
  const protectedM4a = () =>
    Buffer.from(audio(3, 'm4a').toString('latin1').replace('mp4a', 'drms'), 'latin1');

  it.each<[string, string, () => Buffer, string]>([
    ['an empty file', 'empty.mp3', () => Buffer.alloc(0), 'UPLOAD_EMPTY'],
    [
      'a text named .mp3',
      'notes.mp3',
      () => Buffer.from('Dear diary, today I went to the market.\n'.repeat(500)),
      'UPLOAD_NOT_AUDIO',
    ],
    [
      'random bytes',
      'noise.wav',
      () => Buffer.from(Array.from({ length: 50_000 }, (_, i) => (i * 7919 + (i >> 3)) & 255)),
      'UPLOAD_NOT_AUDIO',
    ],
    [
      'a picture',
      'cover.m4a',
      () =>
        Buffer.from(
          'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
          'base64',
        ),
      'UPLOAD_NOT_AUDIO',
    ],
    [
      'a playlist that names another file',
      'list.mp3',
      () => Buffer.from('#EXTM3U\n#EXTINF:10,\nfile:///etc/passwd\n'),
      'UPLOAD_NOT_AUDIO',
    ],
    ['a film without sound', 'silent.m4a', video, 'UPLOAD_NO_AUDIO_STREAM'],
    ['a cut M4A', 'cut.m4a', () => cut(audio(20, 'm4a')), 'UPLOAD_TRUNCATED'],
    [
      'a cut M4A with its header first',
      'cut.m4a',
      () => cut(audio(20, 'm4a', '-movflags', '+faststart')),
      'UPLOAD_TRUNCATED',
    ],
    ['a cut FLAC', 'cut.flac', () => cut(audio(20, 'flac')), 'UPLOAD_TRUNCATED'],
    ['a cut MP3', 'cut.mp3', () => cut(audio(20, 'mp3')), 'UPLOAD_TRUNCATED'],
    ['a cut WAV', 'cut.wav', () => cut(audio(20, 'wav')), 'UPLOAD_TRUNCATED'],
    ['an encrypted M4A', 'bought.m4a', protectedM4a, 'UPLOAD_ENCRYPTED'],
    [
      'more than an hour',
      'long.mp3',
      () => audio(3_700, 'mp3', '-b:a', '8k', '-ar', '8000'),
      'UPLOAD_TOO_LONG',
    ],
    ['a FLAC that unpacks to hours of nothing', 'bomb.flac', () => silence(3_500), 'UPLOAD_IMPLAUSIBLE'],
    ['a FLAC bomb beyond the limit', 'bomb.flac', () => silence(20_000), 'UPLOAD_TOO_LONG'],
  ])(
    '%s is refused, and nothing of it stays',
    async (_what, fileName, make, code) => {
      const before = await ingest.recordingCount();
      const stored = ingest.files('storage').length;
      const answer = await ingest.create(await ingest.upload(make(), fileName));
      expect(answer).toMatchObject({ __typename: 'Problem', code });
      expect(await ingest.recordingCount()).toBe(before);
      expect(ingest.files('storage')).toHaveLength(stored);
      expect(ingest.files('uploads')).toEqual([]);
    },
    60_000,
  );

  it.each(['mp3', 'wav', 'm4a', 'flac', 'ogg', 'opus', 'webm', 'aac'])(
    '%s is taken, whatever it is called',
    async (extension) => {
      const answer = await ingest.create(await ingest.upload(audio(3, extension), 'recording.bin'));
      expect(answer).toMatchObject({ __typename: 'Recording', status: 'QUEUED' });
      expect(Math.abs((answer.durationMs ?? 0) - 3_000)).toBeLessThan(150);
    },
  );

  it('impossible details are refused before anything is stored', async () => {
    const uploadId = await ingest.upload(audio(2, 'mp3'), 'a.mp3');
    expect(await ingest.create(uploadId, { expectedSpeakers: 21 })).toMatchObject({ code: 'INPUT_INVALID' });
    expect(await ingest.create(uploadId, { language: 'klingon please' })).toMatchObject({
      code: 'INPUT_INVALID',
    });
    expect(await ingest.create(uploadId, { recordedAt: '2999-01-01T00:00:00Z' })).toMatchObject({
      code: 'INPUT_INVALID',
    });
    expect(await ingest.create(uploadId, { title: '\u0000\u202E' })).toMatchObject({ code: 'INPUT_INVALID' });
    expect(await ingest.create(uploadId, { title: 'Now it is right' })).toMatchObject({
      __typename: 'Recording',
      title: 'Now it is right',
    });
  });
});
