import { ExpectedError } from '@colloquy/subgraph';

export const MAX_QUESTION_LENGTH = 2_000;
export const MAX_SCOPE = 500;
export const MAX_TOP_K = 50;

const invalid = (code: string, message: string, recovery: string) =>
  new ExpectedError({ code, message, recovery: [recovery] });

/** @returns the question without control characters and blanks around it. @throws ExpectedError `QUESTION_INVALID` */
export function checkQuestion(question: string): string {
  const clean = question.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').trim();
  if (clean.length >= 1 && clean.length <= MAX_QUESTION_LENGTH) return clean;
  throw invalid(
    'QUESTION_INVALID',
    clean.length === 0
      ? 'The question is empty.'
      : `The question is longer than ${MAX_QUESTION_LENGTH} characters.`,
    'Ask in one to three sentences.',
  );
}

/** @throws ExpectedError `RETRIEVAL_OPTION_INVALID` */
export function checkOptions({ topK, threshold }: { topK?: number | null; threshold?: number | null }): void {
  if (topK !== undefined && topK !== null && (topK < 1 || topK > MAX_TOP_K)) {
    throw invalid(
      'RETRIEVAL_OPTION_INVALID',
      `\`topK\` must be between 1 and ${MAX_TOP_K}.`,
      'Leave it out for the default.',
    );
  }
  if (threshold !== undefined && threshold !== null && !(threshold >= 0 && threshold <= 1)) {
    throw invalid(
      'RETRIEVAL_OPTION_INVALID',
      '`threshold` must be between 0 and 1.',
      'Leave it out for the default.',
    );
  }
}

export const tooManyRecordings = () =>
  invalid(
    'SCOPE_TOO_LARGE',
    `More than ${MAX_SCOPE} recordings are named.`,
    'Name fewer, or none to ask all of them.',
  );

export const unknownRecording = () =>
  new ExpectedError({
    code: 'RECORDING_NOT_FOUND',
    message: 'One of the recordings does not exist, or has been deleted.',
    recovery: ['Choose the recordings again.'],
  });
