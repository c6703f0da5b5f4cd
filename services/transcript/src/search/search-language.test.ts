import { searchConfiguration } from './search-language.ts';

describe('searchConfiguration', () => {
  it.each([
    ['en', 'english'],
    ['en-GB', 'english'],
    ['DE_at', 'german'],
    ['nb-NO', 'norwegian'],
    ['zh-Hans', 'simple'],
    ['constructor', 'simple'],
    ['', 'simple'],
    [null, 'simple'],
  ])('%j is stemmed as %s', (language, configuration) => {
    expect(searchConfiguration(language)).toBe(configuration);
  });
});
