import { needsScroll, nextFollowMode } from './follow.ts';

describe('nextFollowMode', () => {
  it('lets go when the reader scrolls the current segment out of sight, not before', () => {
    expect(nextFollowMode('following', { kind: 'scrolled', currentVisible: true })).toBe('following');
    expect(nextFollowMode('following', { kind: 'scrolled', currentVisible: false })).toBe('detached');
    expect(nextFollowMode('detached', { kind: 'scrolled', currentVisible: true })).toBe('detached');
  });

  it('takes up again on request and on a jump', () => {
    expect(nextFollowMode('detached', { kind: 'asked' })).toBe('following');
    expect(nextFollowMode('detached', { kind: 'jumped' })).toBe('following');
  });
});

describe('needsScroll', () => {
  const free = { top: 60, bottom: 660 };

  it('lets a row in the comfortable part stand', () => {
    expect(needsScroll({ top: 200, bottom: 260 }, free)).toBe(false);
  });

  it.each([
    ['above', { top: 70, bottom: 120 }],
    ['too low', { top: 500, bottom: 560 }],
    ['cut off below', { top: 300, bottom: 700 }],
  ])('moves a row that is %s', (_, row) => {
    expect(needsScroll(row, free)).toBe(true);
  });
});
