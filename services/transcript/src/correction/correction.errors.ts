import { ExpectedError } from '@colloquy/subgraph';

export const correctionNotFound = (id: string): ExpectedError =>
  new ExpectedError({
    code: 'CORRECTION_NOT_FOUND',
    message: `There is no correction ${id}.`,
    troubleshooting: ['The recording may have been deleted or processed again meanwhile.'],
    recovery: ['Load the transcript again.'],
  });

/** What a correction changed has been changed again: taking it back would take that along. */
export const correctionOverlaid = (): ExpectedError =>
  new ExpectedError({
    code: 'CORRECTION_OVERLAID',
    message: 'What this correction changed has been changed again since.',
    troubleshooting: ['Look at the history for later corrections of the same segments.'],
    recovery: ['Undo the later corrections first, or make the change by hand.'],
  });

export const splitPlaceInvalid = (words: number): ExpectedError =>
  new ExpectedError({
    code: 'SPLIT_PLACE_INVALID',
    message: `The segment has ${words} words: it can be split before the second to the last of them.`,
    recovery: ['Choose a word inside the segment, not its first.'],
  });

export const segmentsNotAdjacent = (): ExpectedError =>
  new ExpectedError({
    code: 'SEGMENTS_NOT_ADJACENT',
    message: 'Only segments that follow each other can be taken together.',
    troubleshooting: ['Somebody may have put a segment between them meanwhile.'],
    recovery: ['Load the transcript again and choose neighbours.'],
  });

export const tooFewSegments = (): ExpectedError =>
  new ExpectedError({
    code: 'TOO_FEW_SEGMENTS',
    message: 'It takes at least two segments to make one of them.',
    recovery: ['Name two or more.'],
  });

export const tooManySegments = (max: number): ExpectedError =>
  new ExpectedError({
    code: 'TOO_MANY_SEGMENTS',
    message: `At most ${max} segments can be named at once.`,
    recovery: ['Do it in several steps.'],
  });

export const sameSpeaker = (): ExpectedError =>
  new ExpectedError({
    code: 'SAME_SPEAKER',
    message: 'These are one speaker already.',
    recovery: ['Choose two different speakers.'],
  });

export const nothingToFind = (): ExpectedError =>
  new ExpectedError({
    code: 'NOTHING_TO_FIND',
    message: 'There is nothing to look for.',
    recovery: ['Say which words to replace.'],
  });

export const nothingReplaced = (find: string, replacement: string): ExpectedError =>
  new ExpectedError({
    code: 'NOTHING_REPLACED',
    message:
      find === replacement
        ? 'Nothing would change: what to look for and what to put in its place are the same.'
        : `“${find.slice(0, 100)}” stands nowhere in these segments.`,
    troubleshooting: ['Somebody may have corrected it meanwhile.'],
    recovery: ['Look for it again.'],
  });

/** @param emptied whether the replacement leaves a segment without text */
export const replacementUnfit = (startMs: number, emptied: boolean): ExpectedError =>
  new ExpectedError({
    code: 'REPLACEMENT_UNFIT',
    message: emptied
      ? `The segment at ${Math.round(startMs / 1000)} s would be left without text.`
      : `The segment at ${Math.round(startMs / 1000)} s would become too long.`,
    recovery: ['Leave that segment out, or correct it by hand.'],
  });

export const transcriptMoved = (version: number): ExpectedError =>
  new ExpectedError({
    code: 'TRANSCRIPT_CHANGED',
    message: `The transcript has been changed since you looked: it is at version ${version} now.`,
    recovery: ['Look at it again, and make your change if it is still right.'],
  });

export const versionUnknown = (version: number, last: number): ExpectedError =>
  new ExpectedError({
    code: 'VERSION_UNKNOWN',
    message: `The transcript has no version ${version}: it has 1 to ${last}.`,
    recovery: ['Choose one of its versions.'],
  });

export const transcriptNotFound = (recordingId: string): ExpectedError =>
  new ExpectedError({
    code: 'TRANSCRIPT_NOT_FOUND',
    message: `There is no transcript of recording ${recordingId}.`,
    troubleshooting: ['It may still be processed, or have been deleted.'],
    recovery: ['Load the recording again.'],
  });
