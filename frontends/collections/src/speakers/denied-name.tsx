import { Button, Text } from '@colloquy/ui';
import { paths, RouteLink, useMessages } from '@colloquy/web-kit';
import type { Person } from './person-card.tsx';

interface DeniedNameProps {
  appearance: Person['appearances'][number];
  title: string;
  onCorrect: (speakerId: string, name: string) => Promise<void>;
}

/** That the transcript still says a name which a person denied here, and how that is set right there too. */
export function DeniedName({ appearance, title, onCorrect }: DeniedNameProps) {
  const { t } = useMessages('collections');
  const { speakerId, speaker, deniedName: name, recording } = appearance;
  if (!name) return null;
  const namedByVoice = Boolean(speaker?.profile) && !speaker?.identification?.decidedBy;
  return (
    <Text component="div" size="sm">
      {t('speakers.denied', { name })}{' '}
      {namedByVoice ? (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t('speakers.correctOf', { title, name })}
          onClick={() => void onCorrect(speakerId, name)}
        >
          {t('speakers.correct')}
        </Button>
      ) : (
        <RouteLink href={paths.recording(recording?.id ?? '')}>{t('speakers.renameThere')}</RouteLink>
      )}
    </Text>
  );
}
