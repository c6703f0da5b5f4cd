import { arrived, typedInto, withKey } from './going-on.ts';
import { begun } from './segment-edit.ts';
import { row as anyRow } from './test-row.ts';

describe('going on typing', () => {
  it('keeps the keys that type something', () => {
    expect(['a', ' ', 'é', '😀'].reduce<string | null>((typed, key) => withKey(typed ?? '', key), '')).toBe(
      'a é😀',
    );
    expect(withKey('ab', 'Backspace')).toBe('a');
    for (const key of ['Shift', 'ArrowLeft', 'Enter']) expect(withKey('ab', key)).toBeNull();
  });

  it('waits for the place, and puts there what was typed on the way', () => {
    const row = { ...anyRow, text: 'We take it.' };
    expect(arrived({ find: () => undefined, caret: 0, typed: 'x' })).toBeNull();
    expect(arrived({ find: () => row, caret: 0, typed: 'Well. ' })).toMatchObject({
      row,
      draft: 'Well. We take it.',
      caret: 6,
    });
    expect(arrived({ find: () => row, caret: undefined, typed: '' })).toMatchObject({
      draft: row.text,
      caret: 11,
    });
  });

  it('keeps the space that the caret stood behind', () => {
    const row = { ...anyRow, text: 'We take it.' };
    const place = { find: () => row, caret: undefined, afterSpace: true };
    expect(arrived({ ...place, typed: 'Now' })).toMatchObject({ draft: 'We take it. Now', caret: 15 });
    expect(arrived({ ...place, typed: '' })).toMatchObject({ draft: 'We take it. ', caret: 12 });
  });

  it('takes the caret of nobody who left the text', () => {
    const edit = { ...begun(anyRow), caret: null };
    expect(typedInto(edit, '')).toBe(edit);
  });
});
