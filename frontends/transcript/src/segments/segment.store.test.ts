import { SegmentStore, type SegmentRow } from './segment.store.ts';

const row = (index: number, change: Partial<SegmentRow> = {}): SegmentRow => ({
  id: `s${index}`,
  startMs: index * 1000,
  endMs: index * 1000 + 900,
  text: `text ${index}`,
  edited: false,
  version: 1,
  speakerId: 'p',
  cursor: `c${index}`,
  ...change,
});

describe('SegmentStore', () => {
  it('joins pages, and a page that comes twice adds nothing', () => {
    const store = new SegmentStore();
    store.append([row(0), row(1)], false);
    store.append([row(1, { text: 'renewed' }), row(2)], true);
    expect(store.getSnapshot().rows.map(({ text }) => text)).toEqual(['text 0', 'renewed', 'text 2']);
    expect(store.getSnapshot().complete).toBe(true);
  });

  it('keeps every other row the same object when one is patched', () => {
    const store = new SegmentStore();
    store.append([row(0), row(1)], true);
    const [first] = store.getSnapshot().rows;
    let calls = 0;
    store.subscribe(() => calls++);
    expect(store.patch('s1', { text: 'new', version: 2 })).toBe(true);
    expect(store.getSnapshot().rows[0]).toBe(first);
    expect(store.find('s1')).toMatchObject({ text: 'new', version: 2 });
    expect(calls).toBe(1);
    expect(store.patch('nobody', { text: 'x' })).toBe(false);
  });

  it('gives words only for the version they were read for', () => {
    const store = new SegmentStore();
    store.append([row(0)], true);
    let told = 0;
    const stop = store.subscribeWords('s0', () => told++);
    store.setWords('s0', 1, [{ text: 'hi', startMs: 0, endMs: 10, confidence: null }]);
    expect(told).toBe(1);
    expect(store.wordsOf(row(0))).toHaveLength(1);
    expect(store.wordsOf(row(0, { version: 2 }))).toBeNull();
    stop();
    store.setWords('s0', 2, []);
    expect(told).toBe(1);
  });
});
