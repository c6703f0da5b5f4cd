import { useMessages } from '@colloquy/web-kit';
import type { CombinedErrorLike, ProblemValue } from './problem.ts';
import { toast } from './toast.tsx';

interface Answer {
  __typename: string;
}

/** Tells a refusal of a mutation in a toast; what else was answered is handed back. */
export function useTold() {
  const { t } = useMessages('common');
  return <T extends Answer>(
    answer: T | null | undefined,
    error: CombinedErrorLike | undefined,
  ): Exclude<T, { __typename: 'Problem' }> | null => {
    if (answer?.__typename === 'Problem') {
      const { message, recovery } = answer as unknown as ProblemValue;
      toast.failed({ title: message, message: recovery.join(' ') });
      return null;
    }
    if (answer) return answer as Exclude<T, { __typename: 'Problem' }>;
    toast.failed({ message: t(error?.networkError ? 'problem.network' : 'problem.unexpected') });
    return null;
  };
}
