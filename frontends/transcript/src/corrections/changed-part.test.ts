import { changedPart } from './changed-part.ts';

it.each([
  ['We take it.', 'We took it.', 'We take it.', 'We took it.'],
  ['a b c d old e f g h', 'a b c d new e f g h', '… b c d old e f g …', '… b c d new e f g …'],
  ['a b c d e', 'a b c d e f', '… c d e', '… c d e f'],
  ['same', 'other', 'same', 'other'],
  ['a a a', 'a a', 'a a a', 'a a'],
])('%j → %j', (before, after, oldPart, newPart) => {
  expect(changedPart(before, after)).toEqual({ before: oldPart, after: newPart });
});
