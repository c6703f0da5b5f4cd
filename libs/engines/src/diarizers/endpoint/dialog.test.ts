import { parseDialog, spreadDialog } from './dialog.ts';

const at = (startMs: number, endMs: number) => ({ startMs, endMs });

test('lines begin with a label; others go on with the line before', () => {
  expect(parseDialog('Anna: One: two.\nand three\nDr. X: Yes\nBen: No: never', ['Dr. X', 'Anna'])).toEqual([
    { speaker: 'Anna', text: 'One: two. and three' },
    { speaker: 'Dr. X', text: 'Yes' },
    { speaker: 'Ben', text: 'No: never' },
  ]);
});

test('a text that names nobody is somebody’s', () => {
  expect(parseDialog('It was 12:30.', [])).toEqual([{ speaker: 'speaker', text: 'It was 12:30.' }]);
  expect(parseDialog('It was late, and: so on.', ['Anna'])).toEqual([
    { speaker: 'Anna', text: 'It was late, and: so on.' },
  ]);
  expect(parseDialog('', ['Anna'])).toEqual([]);
});

test('speech is shared out by letters, and a change falls into a pause nearby', () => {
  const lines = [
    { speaker: 'a', text: 'x'.repeat(99) },
    { speaker: 'b', text: 'x'.repeat(110) },
  ];
  expect(spreadDialog(lines, [at(1_000, 6_000), at(10_000, 15_000)])).toEqual([
    { speaker: 'a', ...at(1_000, 6_000) },
    { speaker: 'b', ...at(10_000, 15_000) },
  ]);
  expect(spreadDialog(lines, [at(0, 9_000), at(9_500, 20_500)])).toEqual([
    { speaker: 'a', ...at(0, 9_000) },
    { speaker: 'b', ...at(9_500, 20_500) },
  ]);
});

test('without a pause nearby it falls where the letters end', () => {
  const lines = ['a', 'b', 'a'].map((speaker) => ({ speaker, text: 'xyz' }));
  expect(spreadDialog(lines, [at(0, 30_000)])).toEqual([
    { speaker: 'a', ...at(0, 10_000) },
    { speaker: 'b', ...at(10_000, 20_000) },
    { speaker: 'a', ...at(20_000, 30_000) },
  ]);
  expect(spreadDialog(lines, [])).toEqual([]);
});
