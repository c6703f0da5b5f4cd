import { countMatches, wholeRequest } from './whole-request.ts';

it.each([
  'Summarize this conversation',
  'Give me a summary',
  'What is this about?',
  'What was the meeting about?',
  'tl;dr',
  'What were the main points?',
  'What happened?',
  'What did they talk about?',
])('“%s” wants a summary', (question) => {
  expect(wholeRequest(question)).toMatchObject({ cues: null });
});

it.each([
  ['What was decided?', 'We agreed to wait.'],
  ['Who promised to do what, and by when?', 'I will call her.'],
  ['Which problems were mentioned?', 'Sorry, it is late again.'],
  ['Which numbers and dates were named?', 'On the 3rd.'],
])('“%s” wants what is like “%s”', (question, said) => {
  const cues = wholeRequest(question)?.cues;
  expect(cues && countMatches(said, cues)).toBeGreaterThan(0);
  expect(cues && countMatches('The weather was kind.', cues)).toBe(0);
});

it.each([
  'What was decided about the budget?',
  'Summarize the discussion about the budget.',
  'What is the biggest problem?',
  'Why?',
  'And what happened?',
  'What did he say about it?',
  'What happened to the price?',
  'What is the letter about?',
  'Tell me more.',
  'Who said that?',
])('“%s” does not ask for the whole', (question) => {
  expect(wholeRequest(question)).toBeNull();
});
