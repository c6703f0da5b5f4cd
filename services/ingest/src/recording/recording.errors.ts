import { ExpectedError } from '@colloquy/subgraph';

export const recordingNotFound = () =>
  new ExpectedError({
    code: 'RECORDING_NOT_FOUND',
    message: 'There is no such recording (any more).',
    recovery: ['Reload the list.'],
  });

export const inputInvalid = (message: string, recovery: string[] = []) =>
  new ExpectedError({ code: 'INPUT_INVALID', message, recovery });
