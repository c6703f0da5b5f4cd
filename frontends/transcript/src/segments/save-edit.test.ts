import { CombinedError, type Client } from 'urql';
import { saveEdit } from './save-edit.ts';
import { SegmentStore } from './segment.store.ts';
import { row } from './test-row.ts';

/** Answers mutations and queries as the graph would; `during` looks at the store while the answer is awaited. */
function setup(
  answer: { mutation: object; query?: object },
  during: (store: SegmentStore) => void = () => {},
) {
  const store = new SegmentStore();
  store.append([row], true);
  const client = {
    mutation: () => ({
      toPromise: async () => {
        during(store);
        return answer.mutation;
      },
    }),
    query: () => ({ toPromise: async () => answer.query }),
  } as unknown as Client;
  return { store, client };
}

describe('saveEdit', () => {
  it('shows the text before the answer and keeps the new version', async () => {
    const seen: (string | undefined)[] = [];
    const segment = {
      __typename: 'Segment',
      id: 's',
      text: 'new',
      edited: true,
      version: 2,
      words: [],
      lastCorrection: { id: 'c', reverted: null },
    };
    const { store, client } = setup({ mutation: { data: { editSegmentText: segment } } }, (during) =>
      seen.push(during.find('s')?.text),
    );
    expect(await saveEdit(client, store, row, ' new ', null)).toEqual({
      kind: 'saved',
      correction: { id: 'c', reverted: null },
      row: { ...row, text: 'new', version: 2, edited: true },
    });
    expect(seen).toEqual(['new']);
    expect(store.find('s')).toMatchObject({ text: 'new', version: 2, edited: true });
  });

  const conflictWith = (text: string) =>
    setup({
      mutation: {
        data: {
          editSegmentText: {
            __typename: 'Problem',
            code: 'SEGMENT_EDIT_CONFLICT',
            message: 'Changed.',
            recovery: [],
          },
        },
      },
      query: {
        data: {
          segment: {
            id: 's',
            startMs: 0,
            endMs: 10,
            text,
            edited: true,
            version: 2,
            speaker: { id: 'p' },
            words: [],
          },
        },
      },
    });

  it('knows its own text when only the answer was lost', async () => {
    const { store, client } = conflictWith('mine');
    expect(await saveEdit(client, store, row, 'mine', null)).toMatchObject({
      kind: 'saved',
      row: { text: 'mine', version: 2 },
    });
  });

  it('brings both versions when somebody else was faster', async () => {
    const { store, client } = conflictWith('theirs');
    expect(await saveEdit(client, store, row, 'mine', null)).toMatchObject({
      kind: 'conflict',
      mine: 'mine',
      theirs: { text: 'theirs', version: 2 },
    });
    expect(store.find('s')?.text).toBe('theirs');
  });

  it('goes back to the old text and keeps what was typed when the server cannot be reached', async () => {
    const { store, client } = setup({
      mutation: { error: new CombinedError({ networkError: new Error('refused') }) },
    });
    expect(await saveEdit(client, store, row, 'mine', null)).toEqual({
      kind: 'failed',
      mine: 'mine',
      message: '',
      answered: false,
    });
    expect(store.find('s')).toMatchObject({ text: 'old', edited: false, version: 1 });
  });

  it('asks nothing when nothing changed', async () => {
    const { store, client } = setup({ mutation: {} }, () => {
      throw new Error('must not be asked');
    });
    expect(await saveEdit(client, store, row, 'old\u00a0 ', null)).toEqual({
      kind: 'saved',
      row,
      correction: null,
    });
  });
});
