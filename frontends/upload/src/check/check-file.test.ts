import { refusalOf } from './check-file.ts';

const limits = { maxUploadBytes: 1000, formats: ['mp3', 'wav'] };
const file = (name: string, size: number, type = '') => ({ name, size, type });

test.each([
  ['a known format', file('a.MP3', 10, 'audio/mpeg'), null],
  ['exactly the limit', file('a.wav', 1000), null],
  ['one byte more', file('a.wav', 1001), 'tooLarge'],
  ['nothing in it', file('a.wav', 0), 'empty'],
  ['audio the list does not name', file('a.aiff', 10, 'audio/aiff'), null],
  ['no extension: the server looks', file('recording', 10), null],
  ['a picture', file('a.png', 10, 'image/png'), 'notAudio'],
  ['a transcript, which has its own way in', file('meeting.vtt', 10, 'text/vtt'), 'isTranscript'],
])('%s', (_what, given, expected) => {
  expect(refusalOf(given, limits)).toBe(expected);
});

test('nothing in it is told before the server has said what it takes', () => {
  expect(refusalOf(file('a.wav', 0), null)).toBe('empty');
  expect(refusalOf(file('a.png', 10, 'image/png'), null)).toBeNull();
});
