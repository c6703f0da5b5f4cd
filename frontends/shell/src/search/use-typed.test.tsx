import { act, renderHook, waitFor } from '@testing-library/react';
import { useTyped } from './use-typed.ts';

test('keeps what is typed while what was told comes back, and follows a change made elsewhere', async () => {
  const told: [text: string, again: boolean][] = [];
  const { result, rerender } = renderHook(
    ({ value }) => useTyped(value, (text, again) => told.push([text, again])),
    { initialProps: { value: '' } },
  );
  const type = (value: string) => act(() => result.current.onChange({ currentTarget: { value } }));
  type('pri');
  await waitFor(() => expect(told).toEqual([['pri', false]]));
  type('price');
  rerender({ value: 'pri' });
  expect(result.current.value).toBe('price');
  await waitFor(() => expect(told.at(-1)).toEqual(['price', true]));
  rerender({ value: 'price' });
  rerender({ value: '' });
  expect(result.current.value).toBe('');
  rerender({ value: 'price' });
  expect(result.current.value).toBe('price');
  act(() => result.current.onBlur());
  type('prices');
  await waitFor(() => expect(told.at(-1)).toEqual(['prices', false]));
});
