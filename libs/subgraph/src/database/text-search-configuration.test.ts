import { textSearchConfigurationOf } from './text-search-configuration.ts';

it.each([
  ['en', 'english'],
  ['en-GB', 'english'],
  ['DE_at', 'german'],
  ['nb-NO', 'norwegian'],
  ['zh-Hans', 'simple'],
  // PostgreSQL 15 has no Estonian.
  ['et', 'simple'],
  ['constructor', 'simple'],
  ['', 'simple'],
  [null, 'simple'],
])('%j is stemmed as %s', (language, configuration) => {
  expect(textSearchConfigurationOf(language)).toBe(configuration);
});
