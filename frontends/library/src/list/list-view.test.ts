import { changeView, isFiltered, variablesOf, wholeLibrary } from './list-view.ts';

test('pages forth and back by cursors, and not before the first', () => {
  const second = changeView(wholeLibrary, { type: 'next', endCursor: 'c50' });
  const third = changeView(second, { type: 'next', endCursor: 'c100' });
  expect(variablesOf(third).after).toBe('c100');
  expect(variablesOf(changeView(third, { type: 'previous' })).after).toBe('c50');
  expect(changeView(wholeLibrary, { type: 'previous' })).toBe(wholeLibrary);
});

test('another search, filter or order begins at the first page', () => {
  const second = changeView(wholeLibrary, { type: 'next', endCursor: 'c50' });
  for (const change of [
    { type: 'search', search: 'x' },
    { type: 'status', status: 'FAILED' },
    { type: 'sort', field: 'TITLE' },
  ] as const)
    expect(variablesOf(changeView(second, change)).after).toBeNull();
});

test('the same column again turns the order; a new one begins with the end one wants', () => {
  const byTitle = changeView(wholeLibrary, { type: 'sort', field: 'TITLE' });
  expect(byTitle.sort).toEqual({ field: 'TITLE', direction: 'ASC' });
  expect(changeView(byTitle, { type: 'sort', field: 'TITLE' }).sort.direction).toBe('DESC');
  expect(changeView(byTitle, { type: 'sort', field: 'DURATION' }).sort.direction).toBe('DESC');
  const backwards = changeView(byTitle, { type: 'sort', field: 'TITLE', direction: 'DESC' });
  expect(changeView(backwards, { type: 'sort', field: 'TITLE', direction: 'DESC' }).sort.direction).toBe(
    'DESC',
  );
});

test('asks only for what was chosen', () => {
  expect(variablesOf(wholeLibrary).filter).toEqual({});
  const chosen = changeView(changeView(wholeLibrary, { type: 'search', search: '  call ' }), {
    type: 'status',
    status: 'RUNNING',
  });
  expect(variablesOf(chosen).filter).toEqual({
    search: 'call',
    statuses: ['UPLOADED', 'QUEUED', 'PROCESSING'],
  });
  expect(isFiltered(chosen)).toBe(true);
  expect(isFiltered(changeView(chosen, { type: 'reset' }))).toBe(false);
});

test('pressing next twice before the page has come turns one page', () => {
  const second = changeView(wholeLibrary, { type: 'next', endCursor: 'end of the first' });
  expect(changeView(second, { type: 'next', endCursor: 'end of the first' })).toBe(second);
});
