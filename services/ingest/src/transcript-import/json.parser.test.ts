import { parseJsonTranscript } from './json.parser.ts';

const segment = '{\n "startMs": 0,\n "endMs": 400,\n "text": "Hi"\n}';

it.each([
  ['{}', 'Line 1: segments: it is missing.'],
  ['\n[]', 'Line 2: The document: it must be an object in braces.'],
  ['{\n"segments": 1}', 'Line 2: segments: it must be a list in brackets.'],
  [
    `{"segments": [${segment},\n{"startMs": 3,\n"endMs": 2, "text": "x"}]}`,
    'Line 6: segments.1: it ends before',
  ],
  [`{"segments": [${segment},\n{"endMs": 2}]}`, 'Line 6: segments.1.startMs: it is missing.'],
  [`{"segments": [${segment.replace('0', '"0:01"')}]}`, 'Line 2: segments.0.startMs: it must be a number.'],
  [`{"segments": [${segment.replace('0', '-1')}]}`, 'Line 2: segments.0.startMs: it must be at least 0.'],
  [
    `{"segments": [${segment.replace('"Hi"', 'null')}]}`,
    'Line 4: segments.0.text: it must be text in quotes.',
  ],
  [
    `{"segments": [${segment.replace('Hi', 'x'.repeat(20_001))}]}`,
    'Line 4: segments.0.text: it has more than 20,000 characters.',
  ],
  [`{"segments": [],\n"speakers": [\n{"label": ""}]}`, 'Line 3: speakers.0.label: it must not be empty.'],
  [
    `{"segments": [${segment.replace('}', ', "words":\n[{"text": "Hi", "startMs": 0,\n"endMs": 9e9}]}')}]}`,
    'Line 7: segments.0.words.0.endMs: it must be at most 360,000,000.',
  ],
])('%j is refused with the line of the wrong value and what is wrong', (json, refusal) => {
  expect(() => parseJsonTranscript(json)).toThrow(
    expect.objectContaining({
      line: Number(/\d+/.exec(refusal)),
      reason: expect.stringContaining(refusal.replace(/^Line \d+: /, '')),
    }),
  );
});

it('tells no line of what is nested too deeply', () => {
  expect(() => parseJsonTranscript(`{"x": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`)).toThrow(
    /^It is nested/,
  );
});
