import { toProblem, type Problem } from '@colloquy/subgraph';

export const audioNotFound = (): Problem =>
  toProblem({
    code: 'AUDIO_NOT_FOUND',
    message: 'There is no audio at this address (any more).',
    troubleshooting: [
      'The recording may have been deleted, or be a transcript that was imported without its audio.',
    ],
    recovery: ['Take the address from `Recording.audioUrl`.'],
  });

export const peaksNotFound = (): Problem =>
  toProblem({
    code: 'PEAKS_NOT_FOUND',
    message: 'There is no waveform at this address (yet).',
    troubleshooting: ['A waveform is there once the audio is decoded.'],
    recovery: ['Take the address from `Recording.peaksUrl` when it is not null.'],
  });

export const rangeInvalid = (sizeBytes: number): Problem =>
  toProblem({
    code: 'RANGE_INVALID',
    message: `The file ends before this range: it has ${sizeBytes} bytes.`,
    troubleshooting: ['Look at the header `Range` of the request.'],
    recovery: ['Ask for a range inside of the file.'],
  });
