import { messages } from '@colloquy/web-kit';
import type { CombinedErrorLike, ProblemValue } from './problem.ts';
import { toast } from './toast.tsx';

/** Tells a refusal or a failure of a mutation in a toast. @returns what else was answered, or null */
export function told<T extends { __typename: string }>(
  answer: T | null | undefined,
  error: CombinedErrorLike | undefined,
): Exclude<T, { __typename: 'Problem' }> | null {
  if (answer?.__typename === 'Problem') {
    const { message, recovery } = answer as unknown as ProblemValue;
    toast.failed({ title: message, message: recovery.join(' ') });
    return null;
  }
  if (answer) return answer as Exclude<T, { __typename: 'Problem' }>;
  toast.failed({
    message: messages.t(error?.networkError ? 'common:problem.network' : 'common:problem.unexpected'),
  });
  return null;
}
