import { jest } from '@jest/globals';
import type { Client } from 'urql';
import { EditStore } from './edit.store.ts';
import { SegmentStore, type SegmentRow } from './segment.store.ts';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const SUPERSEDED = {
  __typename: 'Problem',
  code: 'TRANSCRIPT_SUPERSEDED',
  message: 'Processed again.',
  recovery: [],
};

const rowOf = (id: string, startMs: number, endMs: number, text = 'old'): SegmentRow => ({
  id,
  startMs,
  endMs,
  text,
  edited: false,
  version: 1,
  speakerId: 'p',
  cursor: id,
});

/** One open transcript of two segments; `answer` is let go by `release` only, as the server's word on each save. */
function setup() {
  const saved: [string, string][] = [];
  const hold = { release: (): void => undefined, answer: SUPERSEDED as object };
  const client = {
    mutation: (_document: unknown, { input }: { input: { segmentId: string; text: string } }) => ({
      toPromise: async () => {
        saved.push([input.segmentId, input.text]);
        await new Promise<void>((resolve) => (hold.release = resolve));
        return { data: { editSegmentText: hold.answer } };
      },
    }),
    query: () => ({ toPromise: async () => ({ data: null }) }),
  } as unknown as Client;
  const told: string[] = [];
  const edits = new EditStore(client, {
    kept: ({ draft }) => void told.push(`kept ${draft}`),
    saved: () => undefined,
    unplaced: ({ text }) => void told.push(`unplaced ${text}`),
  });
  const open = (...rows: SegmentRow[]) => {
    const store = new SegmentStore();
    store.append(rows, true);
    const corrections = { did: () => undefined, forget: () => undefined, discard: async () => true };
    return { store, leave: edits.enter({ recordingId: 'r', store, corrections }) };
  };
  const first = rowOf('a', 0, 4_000);
  const { store, leave } = open(first, rowOf('b', 4_000, 9_000, 'other'));
  const release = async () => {
    hold.release();
    await jest.advanceTimersByTimeAsync(5);
  };
  const type = (text: string) => {
    edits.begin(first);
    edits.watchCaret(() => 3);
    edits.change(text);
  };
  const edit = () => edits.getSnapshot().edit;
  return { edits, store, open, leave, hold, release, type, edit, saved, told };
}

describe('a segment that goes while somebody types in it', () => {
  it('has the typed text carried, with the caret, to the one in its place that says the same', () => {
    const { store, type, edit, edits } = setup();
    type('old and mine');
    store.replaceAll([rowOf('x', -2_000, 1_900, 'before'), rowOf('y', 100, 4_100), rowOf('z', 4_100, 9_000)]);
    expect(edit()).toMatchObject({ row: { id: 'y' }, draft: 'old and mine', caret: 3, trouble: null });
    expect(edits.hasUnsaved()).toBe(true);
  });

  it('has it compared where the new one says something else', () => {
    const { store, type, edit } = setup();
    type('mine');
    store.replaceAll([rowOf('y', 0, 4_100, 'the machine')]);
    expect(edit()).toMatchObject({
      row: { id: 'y' },
      draft: 'mine',
      trouble: { kind: 'conflict', segmentGone: true, theirs: { text: 'the machine' } },
    });
  });

  it('goes on with the new text where nothing is unsaved', () => {
    const { store, type, edit, edits } = setup();
    type('old');
    store.replaceAll([rowOf('y', 0, 4_100, 'the machine')]);
    expect(edit()).toMatchObject({ row: { id: 'y' }, draft: 'the machine', trouble: null });
    expect(edits.hasUnsaved()).toBe(false);
  });

  it('has it put aside where nobody speaks any more, until it is discarded', () => {
    const { store, type, edit, edits, told } = setup();
    type('mine');
    store.replaceAll([rowOf('z', 3_500, 9_000)]);
    expect([edit(), told]).toEqual([null, ['unplaced mine']]);
    const [unplaced] = edits.getSnapshot().unplaced;
    expect(unplaced).toMatchObject({ recordingId: 'r', startMs: 0, text: 'mine' });
    expect(edits.hasUnsaved()).toBe(true);
    if (unplaced) edits.discard(unplaced);
    expect(edits.hasUnsaved()).toBe(false);
  });

  it('has it offered for comparing once the segment is back', () => {
    const { store, type, edits, told } = setup();
    type('mine');
    store.replaceAll([rowOf('z', 3_500, 9_000)]);
    store.replaceAll([rowOf('a', 0, 4_000), rowOf('z', 3_500, 9_000)]);
    expect(edits.getSnapshot()).toMatchObject({
      unplaced: [],
      saves: new Map([['a', { kind: 'kept', edit: { draft: 'mine', trouble: { kind: 'conflict' } } }]]),
    });
    store.replaceAll([rowOf('z', 3_500, 9_000)]);
    expect(edits.getSnapshot()).toMatchObject({ unplaced: [{ text: 'mine' }], saves: new Map() });
    store.replaceAll([rowOf('a', 0, 4_000, 'mine')]);
    expect(edits.hasUnsaved()).toBe(false);
    expect(told).toEqual(['unplaced mine', 'unplaced mine']);
  });

  it('is waited for while what was typed is on its way', async () => {
    const { store, type, edit, edits, hold, release, saved } = setup();
    type('mine');
    edits.saveDraft();
    await Promise.resolve();
    edits.change('mine too');
    store.replaceAll([rowOf('y', 0, 4_000, 'old')]);
    expect(edit()?.row.id).toBe('a');
    await release();
    expect(edit()).toMatchObject({ row: { id: 'y' }, draft: 'mine too', trouble: null });
    edits.saveDraft();
    await Promise.resolve();
    hold.answer = { __typename: 'Segment', ...rowOf('y', 0, 4_000, 'mine too'), version: 2, words: [], lastCorrection: { id: 'c', reverted: null } }; // prettier-ignore
    await release();
    expect(saved).toEqual([
      ['a', 'mine'],
      ['y', 'mine too'],
    ]);
    expect(edits.hasUnsaved()).toBe(false);
  });

  it('has what was kept for it when its page was left found where it stood', async () => {
    const { type, edits, leave, open, release, told } = setup();
    type('mine');
    leave();
    await Promise.resolve();
    await release();
    expect(told).toEqual(['kept mine']);
    open(rowOf('y', 0, 4_000, 'the machine'));
    edits.begin(rowOf('y', 0, 4_000, 'the machine'));
    expect(edits.getSnapshot()).toMatchObject({
      edit: { draft: 'mine', trouble: { kind: 'conflict' }, caret: undefined },
      saves: new Map(),
      unplaced: [],
    });
  });

  it('leaves alone what is not loaded yet', () => {
    const { type, edit, edits } = setup();
    type('mine');
    const store = new SegmentStore();
    const corrections = { did: () => undefined, forget: () => undefined, discard: async () => true };
    edits.enter({ recordingId: 'r', store, corrections });
    expect(edit()).toMatchObject({ row: { id: 'a' }, draft: 'mine' });
  });
});
