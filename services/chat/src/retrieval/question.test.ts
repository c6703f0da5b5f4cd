import { anyTerm } from './question.ts';

it('asks for any of the terms, each quoted, whatever is in them', () => {
  expect(anyTerm(['price', "o'brien", 'a\\b'])).toBe("'price' | 'o''brien' | 'a\\\\b'");
});
