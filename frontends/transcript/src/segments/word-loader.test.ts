import { SegmentStore, type SegmentRow } from './segment.store.ts';
import { WORD_BLOCK, WordLoader, type ReadWords } from './word-loader.ts';

const row = (index: number): SegmentRow => ({
  id: `s${index}`,
  startMs: index,
  endMs: index + 1,
  text: 'hi',
  edited: false,
  version: 1,
  speakerId: 'p',
  cursor: `c${index}`,
});

const setup = (answer?: ReadWords) => {
  const store = new SegmentStore();
  store.append(
    Array.from({ length: 200 }, (_, index) => row(index)),
    true,
  );
  const asked: (string | null)[] = [];
  const loader = new WordLoader(store, async (after, first) => {
    asked.push(after);
    if (answer) return answer(after, first);
    const from = after === null ? 0 : Number(after.slice(1)) + 1;
    return Array.from({ length: first }, (_, index) => ({ id: `s${from + index}`, version: 1, words: [] }));
  });
  return { store, asked, loader };
};

describe('WordLoader', () => {
  it('reads the block around what is visible, once', async () => {
    const { store, asked, loader } = setup();
    await loader.need(['s85', 's86', 's87']);
    await loader.need(['s88']);
    expect(asked).toEqual([`c${2 * WORD_BLOCK - 1}`]);
    expect(store.wordsOf(row(85))).toEqual([]);
    expect(store.wordsOf(row(10))).toBeNull();
  });

  it('asks from the start for the first block and for both blocks at a seam', async () => {
    const { asked, loader } = setup();
    await loader.need([`s${WORD_BLOCK - 1}`, `s${WORD_BLOCK}`]);
    expect(asked).toEqual([null, `c${WORD_BLOCK - 1}`]);
  });

  it('does not ask again while an answer is under way', async () => {
    const { asked, loader } = setup();
    await Promise.all([loader.need(['s0']), loader.need(['s1'])]);
    expect(asked).toHaveLength(1);
  });

  it('tries a failed block again', async () => {
    let failures = 1;
    const { asked, loader } = setup(async () => {
      if (failures-- > 0) throw new Error('unreachable');
      return [];
    });
    await loader.need(['s0']);
    await loader.need(['s0']);
    expect(asked).toHaveLength(2);
  });
});
