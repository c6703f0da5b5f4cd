import { jest } from '@jest/globals';
import { CombinedError, type Client } from 'urql';
import { EditStore } from './edit.store.ts';
import { SegmentStore, type SegmentRow } from './segment.store.ts';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const rowOf = (id: string): SegmentRow => ({
  id,
  startMs: 0,
  endMs: 10,
  text: `old ${id}`,
  edited: false,
  version: 1,
  speakerId: 'p',
  cursor: id,
});

interface Input {
  segmentId: string;
  text: string;
  expectedVersion: number;
  continues: string | null;
}

/** An open transcript of two segments on a graph that keeps versions; `down` answers nothing. */
function setup() {
  const graph = new Map(
    [0, 1].map((id) => [String(id), { ...rowOf(String(id)), speaker: { id: 'p' }, words: [] }]),
  );
  const state = { down: false, asked: [] as string[] };
  const edit = async ({ input: { segmentId, text, expectedVersion, continues } }: { input: Input }) => {
    state.asked.push(text);
    await Promise.resolve();
    if (state.down) return { error: new CombinedError({ networkError: new Error('refused') }) };
    const segment = graph.get(segmentId);
    if (segment?.version !== expectedVersion)
      return { data: { editSegmentText: { __typename: 'Problem', code: 'SEGMENT_EDIT_CONFLICT', message: 'Changed.', recovery: [] } } }; // prettier-ignore
    const changed = { ...segment, text, edited: true, version: segment.version + 1 };
    graph.set(segmentId, changed);
    const reverted = continues && text === rowOf(segmentId).text ? { id: continues } : null;
    const lastCorrection = { id: (!reverted && continues) || `c${changed.version}`, reverted };
    return { data: { editSegmentText: { __typename: 'Segment', ...changed, lastCorrection } } };
  };
  const client = {
    mutation: (_document: unknown, variables: { input: Input }) => ({ toPromise: () => edit(variables) }),
    query: (_document: unknown, { id }: { id: string }) => ({
      toPromise: async () => ({ data: { segment: graph.get(id) } }),
    }),
  } as unknown as Client;
  const store = new SegmentStore();
  store.append([rowOf('0'), rowOf('1')], true);
  const toldKept: string[] = [];
  const made: string[] = [];
  const corrections = {
    did: (id: string) => void made.push(id),
    forget: (id: string) => void made.push(`not ${id}`),
    discard: async (id: string) => {
      made.push(`back ${id}`);
      change('0', 'old 0');
      return true;
    },
  };
  const edits = new EditStore(client, {
    kept: ({ draft }, recordingId) => void toldKept.push(`${recordingId}: ${draft}`),
    saved: ({ row }) => void toldKept.push(`saved ${row.id}`),
    unplaced: () => undefined,
  });
  const leave = edits.enter({ recordingId: 'r', store, corrections });
  const type = (id: string, text: string) => {
    const row = store.find(id);
    if (row) edits.begin(row);
    edits.change(text);
  };
  const settled = () => jest.advanceTimersByTimeAsync(5);
  const textOf = (id: string) => graph.get(id)?.text;
  const change = (id: string, text: string) => {
    const segment = graph.get(id);
    if (segment) graph.set(id, { ...segment, text, version: segment.version + 1 });
  };
  return { edits, leave, type, settled, textOf, change, store, state, toldKept, corrections, made };
}

describe('EditStore', () => {
  it('makes one correction of what is saved at each pause', async () => {
    const { edits, type, settled, made, textOf } = setup();
    for (const text of ['new', 'newer', 'newest']) {
      if (edits.getSnapshot().edit) edits.change(text);
      else type('0', text);
      edits.saveDraft();
      await settled();
    }
    edits.save();
    expect([textOf('0'), new Set(made)]).toEqual(['newest', new Set(['c2'])]);
  });

  it('takes back what was saved when it is discarded, also what is still on its way', async () => {
    const { edits, type, settled, made, textOf, state, store } = setup();
    type('0', 'new');
    edits.saveDraft();
    await Promise.resolve();
    edits.change('newer');
    edits.saveDraft();
    edits.cancel();
    await settled();
    expect([made, state.asked, textOf('0')]).toEqual([['c2', 'back c2'], ['new'], 'old 0']);
    type('0', 'new again');
    edits.save();
    await settled();
    expect([textOf('0'), store.find('0')?.text]).toEqual(['new again', 'new again']);
  });

  it('leaves nothing to undo when the text is typed as it was', async () => {
    const { edits, type, settled, made } = setup();
    type('0', 'new');
    edits.saveDraft();
    edits.change('old 0');
    edits.save();
    await settled();
    expect(made).toEqual(['c2', 'not c2']);
  });

  it('goes along with changes made elsewhere while nothing is unsaved', () => {
    const { edits, type, store } = setup();
    type('0', 'old 0');
    store.patch('0', { text: 'theirs', version: 2 });
    expect(edits.getSnapshot().edit?.draft).toBe('theirs');
    edits.change('mine');
    store.patch('0', { version: 3, speakerId: 'q' });
    expect(edits.getSnapshot().edit).toMatchObject({ draft: 'mine', row: { speakerId: 'q' } });
    store.patch('0', { text: 'theirs too', version: 4 });
    expect(edits.getSnapshot().edit).toMatchObject({ draft: 'mine', row: { text: 'theirs', version: 3 } });
  });

  it('leaves what somebody else wrote over it', async () => {
    const { edits, type, settled, change, made, textOf } = setup();
    type('0', 'mine');
    edits.saveDraft();
    await settled();
    change('0', 'theirs');
    edits.change('mine too');
    edits.saveDraft();
    await settled();
    edits.cancel();
    await settled();
    expect([made, textOf('0')]).toEqual([['c2'], 'theirs']);
  });

  it('saves what was typed when another segment is opened, and when the page is left', async () => {
    const { edits, leave, type, settled, textOf } = setup();
    type('0', 'new 0');
    type('1', 'new 1');
    expect(edits.hasUnsaved()).toBe(true);
    leave();
    await settled();
    expect([textOf('0'), textOf('1')]).toEqual(['new 0', 'new 1']);
    expect(edits.hasUnsaved()).toBe(false);
  });

  it('asks nothing for what was not changed, emptied or cancelled', async () => {
    const { edits, leave, type, settled, state } = setup();
    type('0', ' old 0');
    type('1', ' ');
    type('0', 'new 0');
    edits.cancel();
    leave();
    await settled();
    expect(state.asked).toEqual([]);
  });

  it('saves on the way and goes on, without being in its own way', async () => {
    const { edits, type, settled, textOf } = setup();
    type('0', 'new');
    edits.saveDraft();
    edits.change('new and more');
    edits.saveDraft();
    edits.change('new and more of it');
    edits.save();
    await settled();
    expect(textOf('0')).toBe('new and more of it');
    expect(edits.getSnapshot()).toMatchObject({ edit: null, saves: new Map([['0', { kind: 'saved' }]]) });
  });

  it('a refusal on the way tells of it in the open editor, with all that is typed by now', async () => {
    const { edits, type, settled, change, textOf } = setup();
    type('0', 'mine');
    change('0', 'theirs');
    edits.saveDraft();
    edits.change('mine too');
    await settled();
    const conflict = { draft: 'mine too', trouble: { kind: 'conflict', theirs: { text: 'theirs' } } };
    expect(edits.getSnapshot().edit).toMatchObject(conflict);
    edits.saveDraft();
    await settled();
    expect(textOf('0')).toBe('theirs');
  });

  it.each(['theirs', 'down'])(
    'keeps what is refused after the page was left (%s), and says so',
    async (why) => {
      const { edits, leave, type, settled, change, store, state, toldKept, textOf, corrections } = setup();
      type('0', 'mine');
      if (why === 'down') state.down = true;
      else change('0', 'theirs');
      leave();
      await settled();
      expect(toldKept).toEqual(['r: mine']);
      expect(edits.hasUnsaved()).toBe(true);

      state.down = false;
      edits.enter({ recordingId: 'r', store, corrections });
      edits.begin(store.find('0') ?? rowOf('0'));
      expect(edits.getSnapshot().edit?.draft).toBe('mine');
      edits.save();
      await settled();
      expect(textOf('0')).toBe('mine');
    },
  );

  it('does not decide between two versions when the page is left', async () => {
    const { edits, leave, type, settled, change, toldKept, textOf } = setup();
    type('0', 'mine');
    change('0', 'theirs');
    edits.save();
    await settled();
    leave();
    await settled();
    expect([textOf('0'), ...toldKept]).toEqual(['theirs', 'r: mine']);
  });

  it('settles what is typed before something is done with the segment', async () => {
    const { edits, type, change, made, state } = setup();
    type('0', 'mine');
    expect(await edits.settle()).toMatchObject({ text: 'mine', version: 2 });
    expect(made).toEqual(['c2']);
    expect(edits.getSnapshot().edit?.draft).toBe('mine');
    // Nothing is typed: nothing is saved.
    expect(await edits.settle()).toMatchObject({ version: 2 });
    expect(state.asked).toEqual(['mine']);
    change('0', 'theirs');
    edits.change('mine again');
    expect(await edits.settle()).toBeNull();
    expect(await edits.settle()).toBeNull();
  });
});
