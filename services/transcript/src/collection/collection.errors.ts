import { ExpectedError } from '@colloquy/subgraph';

export const collectionNotFound = () =>
  new ExpectedError({
    code: 'COLLECTION_NOT_FOUND',
    message: 'There is no such collection (any more).',
    troubleshooting: ['It may have expired, or belong to somebody else.'],
    recovery: ['Reload the list.'],
  });

export const collectionSpeakerNotFound = () =>
  new ExpectedError({
    code: 'COLLECTION_SPEAKER_NOT_FOUND',
    message: 'There is no such speaker in the collection (any more).',
    troubleshooting: ['The speakers may have been worked out anew meanwhile.'],
    recovery: ['Reload the collection.'],
  });

export const bothInOneRecording = (title: string) =>
  new ExpectedError({
    code: 'COLLECTION_SPEAKERS_MEET',
    message: `Both speak in “${title}”, so they count as two people.`,
    recovery: ['Merge the two in the transcript of that recording first.'],
  });

export const nobodyElse = () =>
  new ExpectedError({
    code: 'COLLECTION_SPEAKER_ALONE',
    message: 'This speaker is with nobody else.',
    recovery: ['Nothing needs to be taken apart.'],
  });
