import {
  concatenatedWordErrorRate,
  normalizeWords,
  totalWordErrors,
  wordErrorRate,
} from './word-error-rate.ts';

test('normalisation hides what is not a word', () => {
  expect(normalizeWords("Mr. O’Brien, um, paid 3 well-known  men — “don't” 42!")).toEqual([
    'mister',
    'obrien',
    'paid',
    'three',
    'well',
    'known',
    'men',
    'dont',
    '42',
  ]);
});

test('one substitution, one deletion, one insertion', () => {
  //  the cat  sat on the mat
  //  the hat  sat    the mat now
  expect(wordErrorRate('the cat sat on the mat', 'The hat sat the mat now.')).toEqual({
    rate: 0.5,
    substitutions: 1,
    deletions: 1,
    insertions: 1,
    referenceWords: 6,
  });
});

test('empty texts', () => {
  expect(wordErrorRate('', '').rate).toBe(0);
  expect(wordErrorRate('two words', '')).toMatchObject({ rate: 1, deletions: 2 });
  expect(wordErrorRate('', 'word').rate).toBe(Infinity);
});

test('several texts are weighted by their words', () => {
  expect(
    totalWordErrors([wordErrorRate('a b c d e f g h i', 'a b c d e f g h i'), wordErrorRate('x', 'y')]).rate,
  ).toBe(0.1);
});

test('cpWER finds the right partner and counts a speaker too many as insertions', () => {
  const said = { anna: 'good morning to all of you', ben: 'hello there' };
  expect(concatenatedWordErrorRate(said, { S1: 'hello there', S2: 'good morning to all of you' }).rate).toBe(
    0,
  );
  expect(
    concatenatedWordErrorRate(said, { S1: 'hello there', S2: 'good morning to all', S3: 'of you' }),
  ).toMatchObject({ deletions: 2, insertions: 2, rate: 0.5 });
});

test('what is wrong when all is said by one is what the second said', () => {
  expect(concatenatedWordErrorRate({ a: 'one two', b: 'three' }, { S1: 'one two three' })).toMatchObject({
    insertions: 1,
    deletions: 1,
    referenceWords: 3,
  });
});
