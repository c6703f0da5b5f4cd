import { UiProvider } from '@colloquy/ui';
import { fireEvent, render, screen } from '@testing-library/react';
import { Client, fetchExchange, Provider } from 'urql';
import { UploadQueue } from '@colloquy/ui/uploads';
import { ImportDialog } from './import-dialog.tsx';

// jsdom lays nothing out.
globalThis.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

const nowhere = new Client({
  url: 'http://127.0.0.1:9/graphql',
  exchanges: [fetchExchange],
  preferGetMethod: false,
});
const queue = new UploadQueue(
  () => {
    throw new Error('Nothing is sent here.');
  },
  () => ({ code: '', message: '', troubleshooting: [], recovery: [] }),
);

async function openDialog() {
  render(
    <UiProvider>
      <Provider value={nowhere}>
        <ImportDialog opened onClose={() => undefined} queue={queue} />
      </Provider>
    </UiProvider>,
  );
  const title = await screen.findByRole('textbox', { name: /^Title/ });
  const [files] = document.querySelectorAll('input[type=file]');
  if (!(title instanceof HTMLInputElement) || !files)
    throw new Error('The dialog has no title or no file field.');
  const choose = async (name: string, text: string) => {
    const file = new File([text], name, { type: 'text/plain' });
    // jsdom's files cannot be read as text.
    Object.assign(file, { text: async () => text });
    fireEvent.change(files, { target: { files: [file] } });
    await screen.findByDisplayValue(text);
  };
  return { title, choose };
}

test('another file brings its own title, unless somebody typed one', async () => {
  const { title, choose } = await openDialog();
  await choose('first_call.txt', 'Ann: Hello');
  expect(title.value).toBe('first call');
  await choose('second_call.txt', 'Bob: Hi');
  expect(title.value).toBe('second call');
  fireEvent.change(title, { target: { value: 'My call' } });
  await choose('third_call.txt', 'Cid: Hey');
  expect(title.value).toBe('My call');
});

test('what was wrong with one text is not said of the next', async () => {
  const { choose } = await openDialog();
  await choose('first_call.txt', 'Ann: Hello');
  fireEvent.click(screen.getByRole('button', { name: 'Import' }));
  await screen.findByRole('alert');
  await choose('second_call.txt', 'Bob: Hi');
  expect(screen.queryByRole('alert')).toBeNull();
});
