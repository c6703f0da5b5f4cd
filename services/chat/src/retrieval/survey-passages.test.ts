import { wholeRequest } from '@colloquy/engines/text';
import type { PassageText } from './passage-finder.ts';
import { surveyPassages } from './survey-passages.ts';

const texts = (...bodies: string[]): PassageText[] =>
  bodies.map((body, i) => ({
    id: `p${i}`,
    body,
    terms: Object.fromEntries(body.split(' ').map((word) => [word, 1])),
  }));

function survey(question: string, given: readonly PassageText[], count: number): string[] {
  const request = wholeRequest(question);
  return request ? surveyPassages(given, request, count) : [];
}

it('takes the most typical passage of each stretch for a summary', () => {
  const given = texts(
    'weather rain',
    'roof tiles price',
    'roof price',
    'lunch soup',
    'dog cat',
    'price roof',
  );
  expect(survey('Summarize this conversation', given, 2)).toEqual(['p2', 'p5']);
  expect(survey('Summarize this conversation', given, 10)).toHaveLength(6);
  expect(survey('Summarize this conversation', [], 10)).toEqual([]);
});

it('takes the passages that hold most of what is wanted, in their order', () => {
  const given = texts('on Monday', 'nothing', 'forty in June and 3 on Friday', 'in July and August');
  expect(survey('Which numbers and dates were named?', given, 2)).toEqual(['p2', 'p3']);
});
