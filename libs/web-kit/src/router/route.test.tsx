import { parseRoute, paths } from './route.ts';

const routeOf = (address: string) => {
  const { pathname, search } = new URL(address, 'http://localhost');
  return parseRoute(pathname, search);
};

test('a search is the same after its address was followed', () => {
  const search = {
    words: 'price & "next week"',
    recordingIds: ['a', 'b'],
    speakerName: 'Ann',
    fromDay: '2026-11-01',
    toDay: '2026-11-21',
    pages: 3,
  };
  expect(routeOf(paths.search(search))).toEqual({ tab: 'search', search });
});

test('an address of a search that was typed wrongly still is one', () => {
  expect(routeOf('/search?from=0202-11-21&to=2026-99-99&recording=&pages=1e9')).toEqual({
    tab: 'search',
    search: { words: '', recordingIds: [], speakerName: '', fromDay: '', toDay: '', pages: 50 },
  });
  expect(routeOf('/search?pages=-1')).toMatchObject({ search: { pages: 1 } });
  expect(paths.search({ fromDay: '0202-11-21' })).toBe('/search');
});
