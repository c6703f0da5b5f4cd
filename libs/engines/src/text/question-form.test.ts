import { asksForOverview, isCourtesy, refersBack } from './question-form.ts';

it.each([
  'Why is it so?',
  'Who said that?',
  'Was he there?',
  'And then?',
  'What else?',
  'Tell me more.',
  'Why did she reject this offer?',
])('“%s” points to what was said before', (question) => {
  expect(refersBack(question)).toBe(true);
});

it.each([
  'What is the capital of Mongolia?',
  'Is there a swimming pool?',
  'What is planned this week?',
  'Who said that the price is too high?',
  'How many more licenses do they want?',
])('“%s” does not', (question) => {
  expect(refersBack(question)).toBe(false);
});

it.each(['Thanks!', 'Good morning', 'Okay, thank you very much!', 'That’s great'])(
  '“%s” asks nothing',
  (text) => {
    expect(isCourtesy(text)).toBe(true);
  },
);

it.each(['Thanks, and the price?', 'Is that okay?', 'Price'])('“%s” asks something', (text) => {
  expect(isCourtesy(text)).toBe(false);
});

it('tells a question for an overview from one for a fact', () => {
  expect(asksForOverview('What did the team think of the remote control?')).toBe(true);
  expect(asksForOverview('When will the application be ready?')).toBe(false);
});
