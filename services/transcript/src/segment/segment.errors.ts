import { ExpectedError } from '@colloquy/subgraph';
import type { Segment } from './segment.entity.ts';

export const segmentNotFound = (id: string): ExpectedError =>
  new ExpectedError({
    code: 'SEGMENT_NOT_FOUND',
    message: `There is no segment ${id}.`,
    troubleshooting: ['The recording may have been deleted or processed again meanwhile.'],
    recovery: ['Load the transcript again.'],
  });

export const segmentSuperseded = (): ExpectedError =>
  new ExpectedError({
    code: 'TRANSCRIPT_SUPERSEDED',
    message: 'The recording has been processed again: this segment belongs to its earlier transcript.',
    recovery: ['Load the transcript again and edit the segment there.'],
  });

export const segmentConflict = (
  segment: Segment,
  last: { author: string; createdAt: Date } | null,
): ExpectedError => {
  const who = last?.author ?? 'Somebody';
  const when = last ? ` at ${last.createdAt.toISOString()}` : '';
  return new ExpectedError({
    code: 'SEGMENT_EDIT_CONFLICT',
    message: `${who} changed this segment${when}; it is at version ${segment.version} now.`,
    troubleshooting: [`Its text is now: ${segment.text.slice(0, 500)}`],
    recovery: ['Load the segment again, compare, and make your change on the present text.'],
  });
};

export const segmentTextEmpty = (): ExpectedError =>
  new ExpectedError({
    code: 'SEGMENT_TEXT_EMPTY',
    message: 'A segment cannot be without text.',
    recovery: ['Write what was said, or remove the segment when nobody speaks in it.'],
  });

export const segmentTextTooLong = (length: number, max: number): ExpectedError =>
  new ExpectedError({
    code: 'SEGMENT_TEXT_TOO_LONG',
    message: `The text has ${length} characters; a segment holds at most ${max}.`,
    recovery: ['Shorten it.'],
  });
