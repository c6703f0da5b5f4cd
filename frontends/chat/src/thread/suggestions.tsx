import { IconArrowRight, UnstyledButton } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';

const QUESTIONS = ['decisions', 'promises', 'problems', 'numbers'] as const;

/** Questions that suit most conversations, to begin with one click. */
export function Suggestions({ onAsk }: { onAsk(question: string): void }) {
  const { t } = useMessages('chat');
  return (
    <ul className="chat-suggestions" aria-label={t('suggestions.label')}>
      {QUESTIONS.map((question) => (
        <li key={question}>
          <UnstyledButton className="chat-suggestion" onClick={() => onAsk(t(`suggestions.${question}`))}>
            <span>{t(`suggestions.${question}`)}</span>
            <IconArrowRight size={16} aria-hidden />
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
