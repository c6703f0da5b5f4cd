import { asideShare } from './asides.ts';

test.each([
  ['The price is four hundred dollars a month.', 0],
  // Two fillers and a word said twice, of eight words, cost 2 each.
  ['Um, so the the price was, uh, high.', 6 / 8],
  // "I" and "you" cost 1 each.
  ['I promise to send you a plan.', 2 / 7],
  ['Hello.', 2],
  ['…', 0],
])('%s', (sentence, share) => {
  expect(asideShare(sentence)).toBeCloseTo(share, 10);
});
