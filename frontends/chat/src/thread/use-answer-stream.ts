import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { addPiece, emptyAnswer, hasGap, type AnswerStream } from '../answer/answer-stream.ts';
import { AnswerDeltaSubscription } from './thread.operations.ts';

/** Pieces were lost this often in a row: the thread is asked for instead. */
const MAX_RESUBSCRIPTIONS = 3;

/**
 * The text of an answer as it is written.
 * @param messageId the answer, null when none is being written
 * @param onEnd it is complete, stopped or broken off: the message itself knows
 */
export function useAnswerStream(messageId: string | null, onEnd: () => void): string {
  const client = useClient();
  const [stream, setStream] = useState<AnswerStream>(emptyAnswer);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (messageId === null) return;
    let current = emptyAnswer;
    setStream(current);
    let over = false;
    const end = () => {
      if (over) return;
      over = true;
      onEnd();
    };
    const { unsubscribe } = client
      .subscription(AnswerDeltaSubscription, { messageId })
      .subscribe(({ data, error }) => {
        const delta = data?.answerDelta;
        if (delta) {
          current = addPiece(current, delta);
          setStream(current);
          if (delta.done) end();
          else if (hasGap(current) && attempt < MAX_RESUBSCRIPTIONS) setAttempt(attempt + 1);
        } else if (error) {
          end();
        }
      });
    return () => {
      over = true;
      unsubscribe();
    };
    // onEnd may be a new function each time; only the message counts.
  }, [client, messageId, attempt]);
  return stream.text;
}
