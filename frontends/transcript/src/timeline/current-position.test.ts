import { SegmentStore } from '../segments/segment.store.ts';
import { CurrentPosition } from './current-position.ts';

const row = (index: number) => ({
  id: `s${index}`,
  index,
  startMs: index * 1000,
  endMs: index * 1000 + 1000,
  text: 'one two',
  edited: false,
  version: 1,
  speakerId: 'p',
  cursor: '',
});
const twoWords = [
  { text: 'one', startMs: 1000, endMs: 1400, confidence: null },
  { text: 'two', startMs: 1500, endMs: 1900, confidence: null },
];

describe('CurrentPosition', () => {
  it('tells of a new segment and of a new word, and of nothing between', () => {
    const store = new SegmentStore();
    store.append([row(0), row(1)], true);
    store.setWords('s1', 1, twoWords);
    const position = new CurrentPosition(store);
    const told = { segment: 0, word: 0 };
    position.subscribeSegment(() => told.segment++);
    position.subscribeWord(() => told.word++);
    for (let timeMs = 1000; timeMs < 2000; timeMs += 16) position.update(timeMs);
    expect(told).toEqual({ segment: 1, word: 2 });
    expect(position.getPlace()).toEqual({ segmentId: 's1', word: 1 });
  });

  it('finds its segment when the page with it arrives later', () => {
    const store = new SegmentStore();
    const position = new CurrentPosition(store);
    position.update(1500);
    expect(position.getSegmentId()).toBeNull();
    store.append([row(0), row(1)], true);
    expect(position.getSegmentId()).toBe('s1');
  });
});
