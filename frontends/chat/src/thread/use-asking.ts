import { useCallback, useState } from 'react';
import { useMutation, type CombinedError } from 'urql';
import type { ProblemValue } from '@colloquy/ui';
import { useNavigateToChat } from '@colloquy/web-kit';
import { AskMutation, StopAnswerMutation } from './thread.operations.ts';

export interface Asking {
  readonly draft: string;
  setDraft(draft: string): void;
  /** A question on its way, shown before the server has it. */
  readonly pending: string | null;
  readonly trouble: ProblemValue | CombinedError | null;
  clearTrouble(): void;
  ask(question: string): Promise<void>;
  stop(messageId: string): void;
}

/**
 * Asking in a conversation, or in a new one about `scope`. A refused question comes back into the box.
 * @param conversationId null begins a conversation and leads to it
 */
export function useAsking(conversationId: string | null, scope: readonly string[]): Asking {
  const [draft, setDraft] = useState('');
  const [pending, setPending] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<ProblemValue | CombinedError | null>(null);
  const [, askMutation] = useMutation(AskMutation);
  const [, stopMutation] = useMutation(StopAnswerMutation);
  const open = useNavigateToChat();

  const ask = async (question: string) => {
    setDraft('');
    setTrouble(null);
    setPending(question);
    const where = conversationId ? { conversationId } : { recordingIds: [...scope] };
    const { data, error } = await askMutation({ input: { question, ...where } });
    setPending(null);
    const answer = data?.ask;
    if (answer?.__typename === 'AskAccepted') {
      if (!conversationId) open(answer.conversation.id, { replace: true });
      return;
    }
    setTrouble(answer ?? error ?? null);
    setDraft((typed) => typed || question);
  };
  const stop = async (messageId: string) => {
    const { data, error } = await stopMutation({ messageId });
    if (error) setTrouble(error);
    else if (data?.stopAnswer.__typename === 'Problem') setTrouble(data.stopAnswer);
  };
  return {
    draft,
    setDraft,
    pending,
    trouble,
    clearTrouble: useCallback(() => setTrouble(null), []),
    ask,
    stop: (messageId) => void stop(messageId),
  };
}
