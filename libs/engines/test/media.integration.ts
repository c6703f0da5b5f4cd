import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeAudio, probeAudio } from '../src/index.ts';
import { DIALOGUE, run, speak, testFolder } from './synthetic-speech.ts';

const folder = testFolder();
const { signal } = new AbortController();
const pcmPath = join(folder, 'out.pcm');
const decode = (path: string, options = {}) =>
  decodeAudio(path, pcmPath, { signal, maxDurationMs: 3_600_000, ...options });
let wav = '';
let durationMs = 0;

beforeAll(async () => {
  wav = speak(DIALOGUE.slice(0, 2), folder);
  durationMs = (await probeAudio(wav, { signal })).durationMs ?? 0;
});

/** The speech in another format, named so that the name says nothing. */
function convert(name: string, ...args: string[]): string {
  const path = join(folder, name);
  run('ffmpeg', ['-v', 'error', '-y', '-i', wav, ...args, path]);
  return path;
}

function bytes(name: string, content: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test.each([
  ['mp3', ['-f', 'mp3'], 'mp3', 'mp3'],
  ['wav', ['-ar', '44100', '-ac', '2', '-f', 'wav'], 'wav', 'pcm_s16le'],
  ['m4a', ['-f', 'ipod'], 'mov,mp4,m4a,3gp,3g2,mj2', 'aac'],
  ['flac', ['-f', 'flac'], 'flac', 'flac'],
  ['ogg', ['-codec:a', 'libvorbis', '-f', 'ogg'], 'ogg', 'vorbis'],
  ['opus', ['-codec:a', 'libopus', '-f', 'ogg'], 'ogg', 'opus'],
  ['webm', ['-codec:a', 'libopus', '-f', 'webm'], 'matroska,webm', 'opus'],
  ['aac', ['-f', 'adts'], 'aac', 'aac'],
])('%s is known by its content and decoded', async (name, args, container, codec) => {
  const path = convert(`source-${name}`, ...args);
  const probe = await probeAudio(path, { signal });
  expect(probe).toMatchObject({ container, codec });
  const fractions: number[] = [];
  const decoded = await decode(path, {
    durationMs: probe.durationMs,
    onProgress: (fraction: number) => fractions.push(fraction),
  });
  expect(Math.abs(decoded.durationMs - durationMs)).toBeLessThan(150);
  expect(statSync(pcmPath).size).toBe(decoded.durationMs * 32 + (statSync(pcmPath).size % 32));
  expect(fractions.at(-1)).toBe(1);
  expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
});

test('a file named like audio that is not is refused', async () => {
  await expect(
    probeAudio(bytes('notes.mp3', 'Dear diary, this is not sound.\n'.repeat(100)), { signal }),
  ).rejects.toMatchObject({ code: 'NOT_AUDIO', transient: false });
  await expect(probeAudio(bytes('empty.wav', ''), { signal })).rejects.toMatchObject({
    code: expect.stringMatching(/NOT_AUDIO|TRUNCATED/),
  });
});

test.each([
  ['an HLS playlist', '#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n'],
  ['a concat script', "ffconcat version 1.0\nfile '/etc/passwd'\n"],
  ['a subtitle file', '1\n00:00:00,000 --> 00:00:02,000\nHello\n'],
])('%s is not opened', async (_, content) => {
  const path = bytes('script.m3u8', content);
  await expect(probeAudio(path, { signal })).rejects.toMatchObject({ code: 'NOT_AUDIO' });
  await expect(decode(path)).rejects.toMatchObject({ code: 'NOT_AUDIO' });
  expect(existsSync(pcmPath)).toBe(false);
});

test('a video without sound has no audio stream', async () => {
  const path = join(folder, 'silent.mp4');
  run('ffmpeg', [
    '-v',
    'error',
    '-y',
    '-f',
    'lavfi',
    '-i',
    'color=c=black:s=64x64:d=1',
    '-pix_fmt',
    'yuv420p',
    path,
  ]);
  await expect(probeAudio(path, { signal })).rejects.toMatchObject({
    code: 'NO_AUDIO_STREAM',
    troubleshooting: ['It is a MOV/MP4 file without an audio stream.'],
  });
});

test('protected audio is told from broken audio', async () => {
  const path = convert(
    'protected.mp4',
    ...['-encryption_scheme', 'cenc-aes-ctr', '-encryption_key', '76a6c65c5ea762046bd749a2e632ccbb'],
    ...['-encryption_kid', 'a7e61c373e219033c21091fa607bf3b8'],
  );
  await expect(probeAudio(path, { signal })).rejects.toMatchObject({ code: 'ENCRYPTED', transient: false });
  const bought = readFileSync(convert('bought.m4a')).toString('latin1').replace('mp4a', 'drms');
  await expect(
    probeAudio(bytes('bought.m4a', Buffer.from(bought, 'latin1')), { signal }),
  ).rejects.toMatchObject({ code: 'ENCRYPTED' });
});

test('the missing end of a file is noticed', async () => {
  const m4a = readFileSync(convert('whole.m4a'));
  await expect(
    probeAudio(bytes('cut.m4a', m4a.subarray(0, m4a.length / 2)), { signal }),
  ).rejects.toMatchObject({ code: 'TRUNCATED' });
  const flac = readFileSync(convert('whole.flac'));
  const cut = bytes('cut.flac', flac.subarray(0, flac.length / 3));
  const probe = await probeAudio(cut, { signal });
  await expect(decode(cut, { durationMs: probe.durationMs })).rejects.toMatchObject({ code: 'TRUNCATED' });
});

test('hours of silence in a few kilobytes stop at the limit', async () => {
  const bomb = join(folder, 'bomb.flac');
  run('ffmpeg', [
    '-v',
    'error',
    '-y',
    '-f',
    'lavfi',
    '-i',
    'anullsrc=r=16000:cl=mono:d=7200',
    '-compression_level',
    '0',
    bomb,
  ]);
  await expect(decode(bomb, { maxDurationMs: 60_000 })).rejects.toMatchObject({ code: 'TOO_LONG' });
  expect(existsSync(pcmPath)).toBe(false);
});

test('a recording exactly as long as the limit passes', async () => {
  await expect(decode(wav, { maxDurationMs: durationMs })).resolves.toMatchObject({
    durationMs: expect.any(Number),
  });
  await expect(decode(wav, { maxDurationMs: durationMs - 1_000 })).rejects.toMatchObject({
    code: 'TOO_LONG',
  });
});

test('names are never options, and stopping stops', async () => {
  const path = bytes('-version', readFileSync(wav));
  await expect(probeAudio(path, { signal })).resolves.toMatchObject({ codec: 'pcm_s16le' });
  const stop = new AbortController();
  stop.abort(new Error('enough'));
  await expect(decode(wav, { signal: stop.signal })).rejects.toThrow('enough');
});

test('a missing decoder says how to get it', async () => {
  await expect(decode(wav, { ffmpegPath: '/nowhere/ffmpeg' })).rejects.toMatchObject({
    code: 'DECODER_MISSING',
    recovery: expect.arrayContaining(['Install it: apt-get install ffmpeg']),
  });
});
