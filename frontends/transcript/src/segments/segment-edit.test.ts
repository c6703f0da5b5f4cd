import { begun, followed } from './segment-edit.ts';
import type { SegmentRow } from './segment.store.ts';

const row: SegmentRow = {
  id: 's',
  startMs: 0,
  endMs: 10,
  text: 'We take it.',
  edited: false,
  version: 1,
  speakerId: 'p',
  cursor: 'c',
};
const theirs: SegmentRow = { ...row, text: 'We took it.', version: 2 };

it.each([
  ['We take it.', 'We took it.'],
  ['We take it. ', 'We took it. '],
  [' We take it.', ' We took it.'],
])('goes along with another text and keeps the spaces typed around it: “%s”', (draft, expected) => {
  expect(followed({ ...begun(row), draft }, theirs)).toMatchObject({ draft: expected, row: theirs });
});

it.each(['We take  it.', 'We take it. And'])('leaves more than that as it is typed: “%s”', (draft) => {
  expect(followed({ ...begun(row), draft }, theirs)).toBeNull();
});

it('shows beside mine what theirs is by now', () => {
  const conflict = {
    ...begun(row),
    draft: 'mine',
    trouble: { kind: 'conflict', mine: 'mine', theirs: row } as const,
  };
  const now = followed(conflict, theirs);
  expect(now).toMatchObject({ draft: 'mine', row: theirs, trouble: { kind: 'conflict', theirs } });
  expect(now && followed(now, theirs)).toBeNull();
});
