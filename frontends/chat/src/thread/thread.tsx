import { useMessages } from '@colloquy/web-kit';
import type { ThreadMessageFragment } from '../gql/graphql.ts';
import { AnswerView, Thinking } from './answer-view.tsx';
import { useStayAtEnd } from './use-stay-at-end.ts';

interface ThreadProps {
  readonly messages: readonly ThreadMessageFragment[];
  /** A question on its way to the server. */
  readonly pending: string | null;
  onEnd(): void;
  onAsk(question: string): void;
}

export function Thread({ messages, pending, onEnd, onAsk }: ThreadProps) {
  const { t } = useMessages('chat');
  const end = useStayAtEnd(messages.length + (pending ? 1 : 0));
  const lastId = messages.at(-1)?.id;
  return (
    <div className="chat-thread" role="log" aria-label={t('thread.label')}>
      {messages.map((message, index) => {
        if (message.role === 'USER') return <Question key={message.id} text={message.text} />;
        const question = messages[index - 1];
        const again = message.id === lastId && question?.role === 'USER' ? () => onAsk(question.text) : null;
        return <AnswerView key={message.id} message={message} onEnd={onEnd} onAskAgain={again} />;
      })}
      {pending && (
        <>
          <Question text={pending} />
          <div className="chat-answer">
            <Thinking />
          </div>
        </>
      )}
      <div ref={end} />
    </div>
  );
}

function Question({ text }: { readonly text: string }) {
  const { t } = useMessages('chat');
  return (
    <article className="chat-question" aria-label={t('thread.question')}>
      {text}
    </article>
  );
}
