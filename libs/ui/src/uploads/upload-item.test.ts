import { titlesOf } from './upload-item.ts';

test('files are called by their names, or as somebody said', () => {
  expect(titlesOf(['first_call.mp3', 'b.wav'], ' ')).toEqual(['first call', 'b']);
  expect(titlesOf(['first_call.mp3'], ' Interview ')).toEqual(['Interview']);
  expect(titlesOf(['a.mp3', 'b.wav'], 'Interview')).toEqual(['Interview (1)', 'Interview (2)']);
});
