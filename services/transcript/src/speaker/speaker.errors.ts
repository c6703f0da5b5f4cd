import { ExpectedError } from '@colloquy/subgraph';

export const speakerNotFound = (id: string): ExpectedError =>
  new ExpectedError({
    code: 'SPEAKER_NOT_FOUND',
    message: `There is no speaker ${id}.`,
    troubleshooting: [
      'The speaker may have been merged into another, or the recording deleted or processed again meanwhile.',
    ],
    recovery: ['Load the transcript again.'],
  });
