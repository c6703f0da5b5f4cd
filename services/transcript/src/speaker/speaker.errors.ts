import { ExpectedError } from '@colloquy/subgraph';
import { displayNameOf, type Speaker } from './speaker.entity.ts';

export const speakerNotFound = (id: string): ExpectedError =>
  new ExpectedError({
    code: 'SPEAKER_NOT_FOUND',
    message: `There is no speaker ${id}.`,
    troubleshooting: [
      'The speaker may have been merged into another, or the recording deleted or processed again meanwhile.',
    ],
    recovery: ['Load the transcript again.'],
  });

export const speakerConflict = (
  speaker: Speaker,
  last: { author: string; version: number } | null,
): ExpectedError => {
  const who = last?.author ?? 'Somebody';
  return new ExpectedError({
    code: 'SPEAKER_EDIT_CONFLICT',
    message: `${who} changed this speaker meanwhile: they are called “${displayNameOf(speaker)}” now.`,
    troubleshooting: [`The speaker is at version ${last?.version ?? 0} now.`],
    recovery: ['Look who it is now, and make your change again if it is still right.'],
  });
};
