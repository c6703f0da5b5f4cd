import { takeFiles } from './take-files.ts';

const file = (name: string, size = 10) => ({ name, size });
const names = (files: { name: string }[]) => files.map(({ name }) => name).join(' ');

describe('files for a collection', () => {
  const limits = { maxCollectionRecordings: 3, maxCollectionFileBytes: 100 };

  it('are taken as long as there is room and they fit', () => {
    const files = [file('a'), file('b', 0), file('c', 101), file('d', 100), file('e')];
    const { taken, empty, tooLarge, tooMany } = takeFiles(files, limits, 1);
    expect([names(taken), names(empty), names(tooLarge), names(tooMany)]).toEqual(['a d', 'b', 'c', 'e']);
  });

  it('are left to the server when the limits are not known', () => {
    expect(names(takeFiles([file('a'), file('b', 1_000)], null, 9).taken)).toBe('a b');
  });
});
