import { renderHook } from '@testing-library/react';
import { usePageTitle } from './page-title.ts';

test('names the page, follows its name, and takes it back', () => {
  document.title = 'Ask · Colloquy';
  const { rerender, unmount } = renderHook(({ name }) => usePageTitle(name), {
    initialProps: { name: null as string | null },
  });
  const titles = [null, 'The {{price}}', 'The delivery', null, 'The coast'].map((name) => {
    rerender({ name });
    return document.title;
  });
  expect(titles).toEqual([
    'Ask · Colloquy',
    'The {{price}} · Colloquy',
    'The delivery · Colloquy',
    'Ask · Colloquy',
    'The coast · Colloquy',
  ]);
  unmount();
  expect(document.title).toBe('Ask · Colloquy');
});
