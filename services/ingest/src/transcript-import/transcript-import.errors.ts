import { ExpectedError } from '@colloquy/subgraph';

/** @param line 1 for the first line of the file; 0 when the place cannot be told. */
export function transcriptMalformed(line: number, reason: string): ExpectedError {
  const place = line > 0 ? `Line ${line}: ` : '';
  return new ExpectedError({
    code: 'TRANSCRIPT_MALFORMED',
    message: `${place}${reason}`,
    troubleshooting: [
      'Is it really the format you chose?',
      ...(line > 0 ? [`Look at line ${line} and the lines around it.`] : []),
    ],
    recovery: ['Correct the file and import it again.'],
  });
}

export const transcriptTooComplex = (limitMs: number) =>
  new ExpectedError({
    code: 'TRANSCRIPT_TOO_COMPLEX',
    message: `Reading this file took more than ${limitMs / 1000} s or more memory than a transcript needs.`,
    troubleshooting: ['Is it really the format you chose?', 'The machine may be busy with other work.'],
    recovery: ['Split it into parts and import them one by one.'],
  });

export const tooManyImports = () =>
  new ExpectedError({
    code: 'IMPORTS_BUSY',
    message: 'Too many transcripts are being imported at this moment.',
    recovery: ['Try again in a minute.'],
  });
