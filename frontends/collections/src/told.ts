import { toast, type ProblemValue } from '@colloquy/ui';
import { messages } from '@colloquy/web-kit';
import type { CombinedError } from 'urql';

/** Tells a refusal or a failure in a toast. @returns whether it was done */
export function told(answer: { __typename: string } | undefined, error: CombinedError | undefined): boolean {
  if (answer?.__typename === 'Problem') {
    const { message, recovery } = answer as unknown as ProblemValue;
    toast.failed({ title: message, message: recovery.join(' ') });
    return false;
  }
  if (!answer)
    toast.failed({
      message: messages.t(error?.networkError ? 'common:problem.network' : 'common:problem.unexpected'),
    });
  return answer !== undefined;
}
