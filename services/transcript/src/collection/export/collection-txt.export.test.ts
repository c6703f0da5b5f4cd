import type { CollectionDocument } from './collection-document.ts';
import { writeCollectionTxt } from './collection-txt.export.ts';

const speaker = (
  displayName: string,
  turns: number,
  words: number,
): CollectionDocument['speakers'][number] => ({
  name: displayName,
  displayName,
  appearances: [],
  statistics: {
    talkTimeMs: 1_000,
    share: 0.5,
    turns,
    words,
    wordsPerMinute: null,
    longestMonologueMs: 1_000,
    overlapMs: 0,
    interruptions: 0,
  },
});

it('counts one turn and one word as one', async () => {
  const speakers = [speaker('Anna', 1, 2), speaker('Ben', 2, 1)];
  const written = await Array.fromAsync(
    writeCollectionTxt({ name: 'Calls', clips: [], speakers, segments: (async function* () {})() }),
  );
  expect(written.join('')).toBe(
    'Calls\n\nAnna: 00:00:01.000 (50.0 %), 1 turn, 2 words\nBen: 00:00:01.000 (50.0 %), 2 turns, 1 word\n',
  );
});
