import { withoutBoilerplate } from './question-terms.ts';

const words = (text: string) => text.split(/\s+/).filter(Boolean).join(' ');

it.each([
  ['Summarize the discussion about the budget.', 'the about the budget.'],
  ['What did the team’s designer THINK of it?', 'What did the designer of it?'],
  ['How much is the total budget?', 'How is the budget?'],
  ['What was the delivery date?', 'What was the delivery date?'],
])('“%s” is about “%s”', (question, about) => {
  expect(words(withoutBoilerplate(question))).toBe(about);
});

it('keeps a question that is nothing but boilerplate', () => {
  expect(withoutBoilerplate('Summarize please')).toBe('Summarize please');
});
