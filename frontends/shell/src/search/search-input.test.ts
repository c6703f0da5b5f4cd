import { countFilters, NO_FILTERS, searchInput } from './search-input.ts';

const anything = { ...NO_FILTERS, words: ' price ', speakerName: ' ', pages: 1 };

test('asks only for what was chosen', () => {
  expect(searchInput(anything)).toEqual({ query: 'price' });
  expect(countFilters(anything)).toBe(0);
  expect(countFilters({ ...anything, recordingIds: ['r', 's'], toDay: '2026-11-21' })).toBe(3);
});

test('one day is all of it', () => {
  const { recordedFrom, recordedTo } = searchInput({
    ...anything,
    fromDay: '2026-11-21',
    toDay: '2026-11-21',
  });
  const hours = (Date.parse(recordedTo ?? '') - Date.parse(recordedFrom ?? '')) / 3_600_000;
  expect(hours).toBeCloseTo(24, 3);
});
