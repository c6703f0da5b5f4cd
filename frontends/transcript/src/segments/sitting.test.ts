import { jest } from '@jest/globals';
import type { Client } from 'urql';
import { EditStore } from './edit.store.ts';
import { SegmentStore } from './segment.store.ts';
import { row } from './test-row.ts';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

interface Answer {
  id: string;
  reverted?: { id: string };
}

/** A segment that is typed in; the graph tells of the corrections that it is given. */
function setup(...answers: Answer[]) {
  let { version } = row;
  const continued: (string | null)[] = [];
  const done: string[] = [];
  const refused = new Set<string>();
  const client = {
    mutation: (_document: unknown, { input }: { input: { text: string; continues: string | null } }) => ({
      toPromise: async () => {
        continued.push(input.continues);
        version += 1;
        const segment = { ...row, version, text: input.text, words: [] };
        const lastCorrection = { reverted: null, ...answers.shift() };
        return { data: { editSegmentText: { __typename: 'Segment', ...segment, lastCorrection } } };
      },
    }),
    query: () => ({ toPromise: async () => ({ data: null }) }),
  } as unknown as Client;
  const store = new SegmentStore();
  store.append([row], true);
  const corrections = {
    did: (id: string) => void done.push(id),
    forget: (id: string) => void done.push(`not ${id}`),
    discard: async (id: string) => {
      done.push(`back ${id}`);
      return !refused.has(id);
    },
  };
  const edits = new EditStore(client, {
    kept: () => undefined,
    saved: () => undefined,
    unplaced: () => undefined,
  });
  edits.enter({ recordingId: 'r', store, corrections });
  edits.begin(row);
  const type = async (...texts: string[]) => {
    for (const text of texts) {
      edits.change(text);
      await edits.settle();
    }
  };
  const cancel = async () => {
    edits.cancel();
    await jest.advanceTimersByTimeAsync(5);
  };
  return { type, cancel, continued, done, refused };
}

describe('a sitting in which something else is corrected meanwhile', () => {
  it('goes on with its last correction, and each is a step to undo', async () => {
    const { type, continued, done } = setup({ id: 'a' }, { id: 'b' }, { id: 'b' });
    await type('new', 'newer', 'newest');
    expect([continued, done]).toEqual([
      [null, 'a', 'b'],
      ['a', 'b', 'b'],
    ]);
  });

  it('is taken back whole, the latest first', async () => {
    const { type, cancel, done } = setup({ id: 'a' }, { id: 'b' });
    await type('new', 'newer');
    await cancel();
    expect(done.slice(2)).toEqual(['back b', 'back a']);
  });

  it('is taken back as far as nobody has changed it since', async () => {
    const { type, cancel, done, refused } = setup({ id: 'a' }, { id: 'b' });
    await type('new', 'newer');
    refused.add('b');
    await cancel();
    expect(done.slice(2)).toEqual(['back b']);
  });

  it('forgets only what typing took back', async () => {
    const { type, cancel, done } = setup({ id: 'a' }, { id: 'b' }, { id: 'c', reverted: { id: 'b' } });
    await type('new', 'newer', 'new');
    await cancel();
    expect(done).toEqual(['a', 'b', 'not b', 'back a']);
  });

  it('keeps every step when the text is typed as it was by a correction of its own', async () => {
    const { type, done } = setup({ id: 'a' }, { id: 'b' });
    await type('new', 'old');
    expect(done).toEqual(['a', 'b']);
  });
});
