import { undoneAmong } from './undone-among.ts';

const undoings = (...reverts: string[]) => reverts.map((of) => ({ id: `${of}'`, reverts: of }));

it.each([
  ['was never undone', [], []],
  ['was undone', ['a'], ['a']],
  ['was undone and done again', ['a', "a'"], []],
  ['was undone, done again and undone', ['a', "a'", "a''"], ['a']],
])('what %s', (_what, chain, undone) => {
  expect(undoneAmong(['a'], undoings(...chain)).map(({ id }) => id)).toEqual(undone);
});

it('one of two undoings is enough', () => {
  const twice = [...undoings('a', "a'"), { id: 'other', reverts: 'a' }];
  expect(undoneAmong(['a', 'b'], twice)).toEqual([{ id: 'a' }]);
});
