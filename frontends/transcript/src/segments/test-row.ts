import type { SegmentRow } from './segment.store.ts';

/** A segment as tests of its editing begin with it. */
export const row: SegmentRow = {
  id: 's',
  startMs: 0,
  endMs: 10,
  text: 'old',
  edited: false,
  version: 1,
  speakerId: 'p',
  cursor: 'c',
};
