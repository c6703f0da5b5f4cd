import {
  ActionIcon,
  Alert,
  CopyButton,
  IconCheck,
  IconCopy,
  IconInfoCircle,
  IconPlayerStop,
  IconTrash,
  ProblemAlert,
  Tooltip,
} from '@colloquy/ui';
import { formatTime, useMessages } from '@colloquy/web-kit';
import { AnswerBody } from '../answer/answer-body.tsx';
import { copyText } from '../answer/answer-text.ts';
import type { Citation } from '../answer/citation.ts';
import { SourceList } from '../answer/source-list.tsx';
import type { ThreadMessageFragment } from '../gql/graphql.ts';
import { useAnswerStream } from './use-answer-stream.ts';

interface AnswerViewProps {
  readonly message: ThreadMessageFragment;
  /** The answer has ended but the thread does not know how: ask for it. */
  onEnd(): void;
  onAskAgain: (() => void) | null;
}

/** One answer: being written, complete, or what became of it. */
export function AnswerView({ message, onEnd, onAskAgain }: AnswerViewProps) {
  const { t } = useMessages('chat');
  const writing = message.status === 'STREAMING';
  const streamed = useAnswerStream(writing ? message.id : null, onEnd);
  // The thread may have been read in the middle: whichever knows more.
  const text = writing && streamed.length > message.text.length ? streamed : message.text;
  const changed = message.citations.filter((citation) => citation.changed).length;
  const whatBecame = ({ segment }: Pick<Citation, 'segment'>) =>
    segment
      ? t('citation.copiedChangedTo', { speaker: segment.speaker.displayName, text: segment.text })
      : t('citation.copiedChanged');
  const isCourtesy = message.engine === null;
  const unsupported = message.status === 'COMPLETE' && message.citations.length === 0 && !isCourtesy;
  return (
    <article className="chat-answer" aria-label={t('thread.answer')} aria-busy={writing}>
      {text ? (
        unsupported ? (
          <Alert color="gray" icon={<IconInfoCircle size={18} />} title={t('thread.unsupported')}>
            <AnswerBody text={text} citations={[]} writing={false} />
            <p className="chat-hint">{t('thread.unsupportedHint')}</p>
          </Alert>
        ) : (
          <AnswerBody text={text} citations={message.citations} writing={writing} />
        )
      ) : (
        writing && <Thinking />
      )}
      {message.status === 'INTERRUPTED' && (
        <Alert color="yellow" title={t('thread.interrupted')}>
          {t('thread.interruptedHint')} {onAskAgain && <AskAgain onAskAgain={onAskAgain} />}
        </Alert>
      )}
      {message.status === 'STOPPED' && (
        <p className="chat-hint">
          <IconPlayerStop size={14} aria-hidden /> {t('thread.stopped')}
        </p>
      )}
      {message.status === 'WITHDRAWN' && (
        <p className="chat-hint">
          <IconTrash size={14} aria-hidden /> {t('thread.withdrawn')}
        </p>
      )}
      {message.status === 'FAILED' && (
        <ProblemAlert
          problem={
            message.problem ?? {
              code: 'ANSWER_FAILED',
              message: t('thread.failed'),
              troubleshooting: [],
              recovery: [],
            }
          }
          onRetry={onAskAgain ?? undefined}
        />
      )}
      {!writing && <SourceList citations={message.citations} />}
      {!writing && text && (
        <footer className="chat-answer-foot">
          <CopyButton value={copyText(text, message.citations, formatTime, whatBecame)}>
            {({ copied, copy }) => (
              <Tooltip label={t(copied ? 'thread.copied' : 'thread.copy')}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="sm"
                  aria-label={t(copied ? 'thread.copied' : 'thread.copy')}
                  onClick={copy}
                >
                  {copied ? <IconCheck size={15} /> : <IconCopy size={15} />}
                </ActionIcon>
              </Tooltip>
            )}
          </CopyButton>
          {message.engine && message.citations.length > 0 && (
            <span>
              {message.engine === 'extractive'
                ? t('thread.extractive')
                : t('thread.writtenBy', { engine: message.engine })}
            </span>
          )}
          {/* There from the beginning: what comes into it is announced. */}
          <span role="status" className="chat-answer-changed">
            {changed > 0 && t('thread.changed', { count: changed })}
          </span>
        </footer>
      )}
    </article>
  );
}

function AskAgain({ onAskAgain }: { onAskAgain(): void }) {
  const { t } = useMessages('chat');
  return (
    <button type="button" className="chat-link" onClick={onAskAgain}>
      {t('thread.askAgain')}
    </button>
  );
}

export function Thinking() {
  const { t } = useMessages('chat');
  return (
    <p className="chat-thinking" role="status">
      <span className="chat-dots" aria-hidden>
        <i />
        <i />
        <i />
      </span>
      {t('thread.thinking')}
    </p>
  );
}
