import { recognizerName } from './engine-name.ts';

test.each([
  ['pocketsphinx', 'en-us', 'PocketSphinx'],
  ['sherpa-onnx', 'whisper-small', 'Whisper small'],
  ['openai-compatible (127.0.0.1:8000)', 'Systran/faster-whisper-small', 'Faster whisper small'],
  ['something', '', 'Something'],
])('%s with %s is %s', (engine, model, name) => {
  expect(recognizerName({ engine, model })).toBe(name);
});
