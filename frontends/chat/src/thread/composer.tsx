import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { ActionIcon, IconArrowUp, IconPlayerStopFilled, Textarea, Tooltip } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';

/** The longest question the server takes. */
const MAX_QUESTION = 2000;

interface ComposerProps {
  readonly draft: string;
  onDraft(draft: string): void;
  onAsk(question: string): void;
  /** Set while an answer is being written. */
  readonly onStop: (() => void) | null;
  readonly busy: boolean;
  /** What stands above the field: the scope. */
  readonly children: ReactNode;
}

/** The question box: Enter asks, Shift+Enter breaks the line. */
export function Composer({ draft, onDraft, onAsk, onStop, busy, children }: ComposerProps) {
  const { t } = useMessages('chat');
  const field = useRef<HTMLTextAreaElement>(null);
  const question = draft.trim();
  const ready = question.length > 0 && !busy && onStop === null;
  useEffect(() => {
    if (matchMedia('(hover: hover)').matches) field.current?.focus({ preventScroll: true });
  }, []);
  const keyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (ready) onAsk(question);
  };
  return (
    <form
      className="chat-composer"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onAsk(question);
      }}
    >
      {children}
      <div className="chat-field">
        <Textarea
          ref={field}
          flex={1}
          variant="unstyled"
          autosize
          minRows={1}
          maxRows={8}
          maxLength={MAX_QUESTION}
          placeholder={t('composer.placeholder')}
          aria-label={t('composer.label')}
          value={draft}
          onChange={(event) => onDraft(event.currentTarget.value)}
          onKeyDown={keyDown}
        />
        {onStop ? (
          <Tooltip label={t('composer.stop')}>
            <ActionIcon
              type="button"
              size={38}
              radius="xl"
              variant="filled"
              color="gray"
              aria-label={t('composer.stop')}
              onClick={onStop}
            >
              <IconPlayerStopFilled size={16} />
            </ActionIcon>
          </Tooltip>
        ) : (
          <Tooltip label={t('composer.send')}>
            <ActionIcon
              type="submit"
              size={38}
              radius="xl"
              variant="filled"
              disabled={!ready}
              loading={busy}
              aria-label={t('composer.send')}
            >
              <IconArrowUp size={20} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
    </form>
  );
}
