import { endsSentence, lacksPunctuation, restoreText } from './restore-text.ts';

/** `|` is a pause of 600 ms; words last 300 ms and follow each other by 50 ms. */
function restore(spoken: string): string {
  let ms = 0;
  const words: { text: string; startMs: number; endMs: number }[] = [];
  for (const token of spoken.split(' ')) {
    if (token === '|') ms += 550;
    else words.push({ text: token, startMs: ms, endMs: (ms += 350) - 50 });
  }
  return restoreText(words)
    .map((word) => word.text)
    .join(' ');
}

test.each([
  ['GOOD MORNING | IT IS NICE TO SEE YOU', 'Good morning. It is nice to see you.'],
  ["i think i'm late | what is the time", "I think I'm late. What is the time?"],
  ['can you send it on friday in october', 'Can you send it on Friday in October?'],
  ['so when will it be ready', 'So when will it be ready?'],
  ['when it is ready i will call you', 'When it is ready I will call you.'],
  ['it may be late in may or on march third', 'It may be late in May or on March third.'],
  ['we march to the | office on monday', 'We march to the office on Monday.'],
  ["that is monday's plan | why", "That is Monday's plan. Why?"],
  ['do it now', 'Do it now.'],
])('%s', (spoken, written) => {
  expect(restore(spoken)).toBe(written);
});

test('times, order and number of words stay', () => {
  const timing = ({ startMs, endMs, confidence }: (typeof words)[number]) => ({ startMs, endMs, confidence });
  const words = 'ONE TWO THREE'
    .split(' ')
    .map((text, i) => ({ text, startMs: i * 400, endMs: i * 400 + 300, confidence: i / 10 }));
  expect(restoreText(words).map(timing)).toEqual(words.map(timing));
});

test('what needs it and what does not', () => {
  expect(lacksPunctuation([{ text: 'hello' }, { text: "don't" }])).toBe(true);
  expect(lacksPunctuation([{ text: 'hello' }, { text: 'there.' }])).toBe(false);
  expect(['end.', 'end?"', 'Mr.', 'J.', 'end'].map(endsSentence)).toEqual([true, true, false, false, false]);
});
