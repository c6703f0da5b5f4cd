import { act, render, screen } from '@testing-library/react';
import { UiProvider } from '../theme/ui-provider.tsx';
import { toast } from './toast.tsx';

it('lets a toast take the place of the one with its id, and tells when it has gone', async () => {
  render(<UiProvider>page</UiProvider>);
  let closed = 0;
  const onClose = () => void (closed += 1);
  act(() => toast.done({ id: 'ready', message: 'One is ready.', onClose }));
  await screen.findByText('One is ready.');
  act(() => toast.done({ id: 'ready', message: 'Two are ready.', onClose }));
  await screen.findByText('Two are ready.');
  expect(screen.queryByText('One is ready.')).toBeNull();
  act(() => screen.getByRole('button', { name: 'Close' }).click());
  expect(closed).toBe(1);
});
