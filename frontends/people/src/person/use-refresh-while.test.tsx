import { jest } from '@jest/globals';
import { renderHook } from '@testing-library/react';
import { useRefreshWhile } from './use-refresh-while.ts';

describe('refreshing while something is on its way', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  test('asks more and more seldom, and a few times more once it is there', () => {
    const refresh = jest.fn();
    const { rerender } = renderHook(({ onTheWay }) => useRefreshWhile(onTheWay, refresh), {
      initialProps: { onTheWay: true },
    });
    jest.advanceTimersByTime(10_000);
    const atFirst = refresh.mock.calls.length;
    expect(atFirst).toBeGreaterThan(3);
    jest.advanceTimersByTime(600_000);
    const perTenSeconds = (refresh.mock.calls.length - atFirst) / 60;
    expect(perTenSeconds).toBeLessThan(1);
    expect(perTenSeconds).toBeGreaterThan(0.5);
    rerender({ onTheWay: false });
    refresh.mockClear();
    jest.advanceTimersByTime(60_000);
    expect(refresh).toHaveBeenCalledTimes(3);
  });

  test('asks nothing where nothing is on its way', () => {
    const refresh = jest.fn();
    renderHook(() => useRefreshWhile(false, refresh));
    jest.advanceTimersByTime(60_000);
    expect(refresh).not.toHaveBeenCalled();
  });
});
