import { standaloneQuestion } from './follow-up.ts';

const PRICE = { question: 'What is the price of the new machine?', speakers: ['Tom'] };

it('leaves the first question alone, and one that stands by itself', () => {
  expect(standaloneQuestion('And why?', [])).toBe('And why?');
  const whole = 'Which customers complained about late delivery in October?';
  expect(standaloneQuestion(whole, [PRICE])).toBe(whole);
});

it('carries over what the conversation is about', () => {
  expect(standaloneQuestion('Why is it so high?', [PRICE])).toBe('Why is it so high? price new machine');
});

it('carries over who was just quoted when the question means a person', () => {
  expect(standaloneQuestion('What did he promise?', [PRICE])).toBe(
    'What did he promise? price new machine Tom',
  );
});

it('goes back through a chain of follow-ups to the question they lean on', () => {
  const chain = [PRICE, { question: 'Why is it so high?', speakers: [] }];
  expect(standaloneQuestion('And the delivery?', chain)).toBe('And the delivery? high price new machine');
});

it('does not repeat what the question says itself', () => {
  expect(standaloneQuestion('And that price?', [PRICE])).toBe('And that price? new machine');
});

it.each([
  'What is the capital of Mongolia?',
  'Who is Albert Einstein?',
  'Thanks!',
  'Is there a swimming pool?',
  'Summarize this conversation',
  'What was decided?',
])('carries nothing into “%s”', (question) => expect(standaloneQuestion(question, [PRICE])).toBe(question));

it.each(['Why?', 'And how late?', 'Who said that?', 'The delivery?'])(
  'carries over into “%s”',
  (question) => {
    expect(standaloneQuestion(question, [PRICE])).toBe(`${question} price new machine`);
  },
);

it('leans past a courtesy on what was asked before it', () => {
  const turns = [PRICE, { question: 'Thank you!', speakers: [] }];
  expect(standaloneQuestion('And how late?', turns)).toBe('And how late? price new machine');
});
