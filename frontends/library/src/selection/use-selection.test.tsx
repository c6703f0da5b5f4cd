import { act, renderHook } from '@testing-library/react';
import { useSelection } from './use-selection.ts';

test('chooses one, all and none', () => {
  const { result } = renderHook(() => useSelection(['a', 'b', 'c']));
  act(() => result.current.set('b', true));
  expect([...result.current.ids]).toEqual(['b']);
  act(() => result.current.setAll(true));
  act(() => result.current.set('a', false));
  expect([...result.current.ids]).toEqual(['b', 'c']);
  act(() => result.current.setAll(false));
  expect(result.current.ids.size).toBe(0);
});

test('keeps the order of choosing', () => {
  const { result } = renderHook(() => useSelection(['a', 'b', 'c']));
  for (const id of ['c', 'a', 'b']) act(() => result.current.set(id, true));
  expect([...result.current.ids]).toEqual(['c', 'a', 'b']);
  act(() => result.current.set('c', false));
  act(() => result.current.set('c', true));
  expect([...result.current.ids]).toEqual(['a', 'b', 'c']);
});

test('what leaves the page is no longer chosen', () => {
  const { result, rerender } = renderHook(({ shown }) => useSelection(shown), {
    initialProps: { shown: ['a', 'b'] },
  });
  act(() => result.current.setAll(true));
  rerender({ shown: ['b', 'c'] });
  expect([...result.current.ids]).toEqual(['b']);
});
