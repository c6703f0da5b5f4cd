import { ExpectedError } from '@colloquy/subgraph';

export const exportOptionsInvalid = (message: string, taken: readonly string[]): ExpectedError =>
  new ExpectedError({
    code: 'EXPORT_OPTIONS_INVALID',
    message,
    troubleshooting: [`This format takes ${taken.join(', ')}.`],
    recovery: ['Correct the query of the address, or leave it out.'],
  });

export const originalGone = (): ExpectedError =>
  new ExpectedError({
    code: 'EXPORT_ORIGINAL_GONE',
    message: 'What the engine wrote down is not kept any more.',
    troubleshooting: ['Look for the result of its processing in the storage.'],
    recovery: ['Export the corrected text, or one of its versions.'],
  });
