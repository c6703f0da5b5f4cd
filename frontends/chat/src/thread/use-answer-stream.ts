import { useEffect, useEffectEvent, useState } from 'react';
import { useClient } from 'urql';
import { addPiece, emptyAnswer, hasGap, type AnswerStream } from '../answer/answer-stream.ts';
import { AnswerDeltaSubscription } from './thread.operations.ts';

/** Pieces were lost this often in a row: the thread is asked for instead. */
const MAX_RESUBSCRIPTIONS = 3;

/** What came so far, of which answer, and in which subscription to it. */
interface Heard {
  readonly messageId: string;
  readonly attempt: number;
  readonly stream: AnswerStream;
}

/**
 * The text of an answer as it is written.
 * @param messageId the answer, null when none is being written
 * @param onEnd it is complete, stopped or broken off: the message itself knows
 */
export function useAnswerStream(messageId: string | null, onEnd: () => void): string {
  const client = useClient();
  const [heard, setHeard] = useState<Heard | null>(null);
  const [attempt, setAttempt] = useState(0);
  const tellEnd = useEffectEvent(onEnd);
  useEffect(() => {
    if (messageId === null) return;
    let current = emptyAnswer;
    let over = false;
    const end = () => {
      if (over) return;
      over = true;
      tellEnd();
    };
    const { unsubscribe } = client
      .subscription(AnswerDeltaSubscription, { messageId })
      .subscribe(({ data, error }) => {
        const delta = data?.answerDelta;
        if (delta) {
          current = addPiece(current, delta);
          setHeard({ messageId, attempt, stream: current });
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
  }, [client, messageId, attempt]);
  return heard?.messageId === messageId && heard?.attempt === attempt ? heard.stream.text : '';
}
