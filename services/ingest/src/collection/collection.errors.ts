import { ExpectedError } from '@colloquy/subgraph';

export const collectionNotFound = () =>
  new ExpectedError({
    code: 'COLLECTION_NOT_FOUND',
    message: 'There is no such collection (any more).',
    troubleshooting: ['It may have expired, or belong to somebody else.'],
    recovery: ['Reload the list.'],
  });

export const collectionFull = (most: number) =>
  new ExpectedError({
    code: 'COLLECTION_FULL',
    message: `A collection holds at most ${most} recordings.`,
    recovery: [
      'Take one out, or begin another collection.',
      'Ask the operator to raise COLLECTION_MAX_RECORDINGS.',
    ],
  });

/** @param names of those that the viewer may know of. */
export const collectionFullMeanwhile = (names: readonly string[], most: number) =>
  new ExpectedError({
    code: 'COLLECTION_FULL',
    message:
      names.length === 0
        ? 'A collection that it was in is full by now.'
        : `It was in ${names.map((name) => `“${name}”`).join(', ')}, which ${names.length === 1 ? 'is' : 'are'} full by now.`,
    troubleshooting: [`A collection holds at most ${most} recordings.`],
    recovery: [
      'Take a recording out of the collection, or bring this one back with `leaveFullCollections`.',
      'Ask the operator to raise COLLECTION_MAX_RECORDINGS.',
    ],
  });

export const collectionFileTooLarge = (maxBytes: number) =>
  new ExpectedError({
    code: 'COLLECTION_FILE_TOO_LARGE',
    message: `A file of a collection may have at most ${Number((maxBytes / 1e6).toPrecision(3))} MB.`,
    recovery: [
      'Convert it to MP3 or Opus, or split it.',
      'Ask the operator to raise COLLECTION_MAX_FILE_BYTES.',
    ],
  });

export const tooManyCollections = (most: number) =>
  new ExpectedError({
    code: 'COLLECTION_LIMIT_REACHED',
    message: `There are ${most} collections of yours already.`,
    recovery: ['Delete one that is no longer needed.'],
  });

export const orderOutdated = () =>
  new ExpectedError({
    code: 'COLLECTION_ORDER_OUTDATED',
    message: 'The collection has other recordings now than the order names.',
    recovery: ['Reload it and try again.'],
  });
