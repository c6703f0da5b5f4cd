import { MAX_SEARCH_CLAUSES, parseSearchQuery, requiredWords } from './search-query.parser.ts';

const shape = (query: string): string[] =>
  parseSearchQuery(query).alternatives.map(({ required, excluded }) =>
    [
      ...required.map(({ kind, text }) => `${kind}:${text}`),
      ...excluded.map(({ kind, text }) => `not ${kind}:${text}`),
    ].join(' '),
  );

describe('parseSearchQuery', () => {
  it.each([
    ['price discount', ['word:price word:discount']],
    ['"Annual  plan" PRIC* -free', ['phrase:annual  plan prefix:pric not word:free']],
    ['-"free trial" offer', ['word:offer not phrase:free trial']],
    ['price or cost -now', ['word:price', 'word:cost not word:now']],
    ['"never closed', ['phrase:never closed']],
    ["well-known o'clock", ["word:well-known word:o'clock"]],
    ['Müller\u0000x', ['word:muller word:x']],
  ])('%j', (query, expected) => {
    expect(shape(query)).toEqual(expected);
  });

  it.each(['', '   ', '"" \' \\ ;-- ()&|!:*', '***', '-price', 'or or', '😀'])(
    '%j asks for nothing',
    (query) => {
      expect(shape(query)).toEqual([]);
    },
  );

  it('stops counting where no person types on', () => {
    expect(parseSearchQuery('a '.repeat(5_000)).alternatives[0]?.required).toHaveLength(MAX_SEARCH_CLAUSES);
  });
});

describe('requiredWords', () => {
  it('takes phrases and hyphens apart and drops exclusions and repetitions', () => {
    const [alternative] = parseSearchQuery('"annual plan" well-known plan -free').alternatives;
    expect(alternative && requiredWords(alternative)).toEqual(['annual', 'plan', 'well', 'known']);
  });
});
