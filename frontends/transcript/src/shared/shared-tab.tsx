import { useEffect, useState } from 'react';
import { EmptyState, IconLinkOff, ProblemAlert, Skeleton, Stack, type ProblemValue } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { readShared, ShareRefused, type SharedTranscript } from './shared-transcript.ts';
import { SharedView } from './shared-view.tsx';
import '../transcript.css';

type State =
  | { readonly kind: 'loading' }
  | { readonly kind: 'there'; readonly shared: SharedTranscript }
  | { readonly kind: 'refused'; readonly problem: ProblemValue }
  | { readonly kind: 'failed' };

/** What somebody sees who was given a link: one transcript to read and hear, or why there is none. */
export default function SharedTab({ token }: { readonly token: string }) {
  const { t } = useMessages('share');
  const [state, setState] = useState<State>({ kind: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    readShared(token, abort.signal).then(
      (shared) => setState({ kind: 'there', shared }),
      (error: unknown) => {
        if (abort.signal.aborted) return;
        setState(
          error instanceof ShareRefused ? { kind: 'refused', problem: error.problem } : { kind: 'failed' },
        );
      },
    );
    return () => abort.abort();
  }, [token, attempt]);

  const again = () => {
    setState({ kind: 'loading' });
    setAttempt((old) => old + 1);
  };
  if (state.kind === 'there') return <SharedView token={token} shared={state.shared} onRetry={again} />;
  if (state.kind === 'refused')
    return (
      <EmptyState wholePage icon={<IconLinkOff size={28} />} title={state.problem.message}>
        {state.problem.recovery.join(' ')}
      </EmptyState>
    );
  if (state.kind === 'failed') {
    const unreachable = {
      code: 'UNREACHABLE',
      message: t('common:problem.network'),
      troubleshooting: [],
      recovery: [t('common:problem.networkRecovery')],
    };
    return <ProblemAlert problem={unreachable} onRetry={again} />;
  }
  return (
    <Stack role="status" aria-label={t('common:loading')} gap="md">
      <Skeleton h={32} w="50%" />
      {Array.from({ length: 6 }, (_, index) => (
        <Skeleton key={index} h={64} />
      ))}
    </Stack>
  );
}
