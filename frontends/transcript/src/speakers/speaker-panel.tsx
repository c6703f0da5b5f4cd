import { Button, Group, Stack, Text, Title } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import type { SpeakerCard } from './speaker-card.ts';
import { SpeakerItem } from './speaker-item.tsx';

interface SpeakerPanelProps {
  readonly speakers: readonly SpeakerCard[];
  /** Whose segments are shown; empty means everybody's. */
  readonly shown: ReadonlySet<string>;
  onShow(shown: ReadonlySet<string>): void;
}

/** Who took part: how long each spoke, their names to edit in place, and whose words to show. */
export function SpeakerPanel({ speakers, shown, onShow }: SpeakerPanelProps) {
  const { t } = useMessages('transcript');
  const toggle = (id: string) => {
    const next = new Set(shown);
    if (!next.delete(id)) next.add(id);
    onShow(next.size === speakers.length ? new Set() : next);
  };
  return (
    <section aria-label={t('speakers.title')} className="transcript-speakers">
      <Group justify="space-between" mb="sm" mih={26}>
        <Title order={2} size="h5">
          {t('speakers.title')}
        </Title>
        {shown.size > 0 && (
          <Button size="compact-xs" variant="subtle" onClick={() => onShow(new Set())}>
            {t('speakers.showAll')}
          </Button>
        )}
      </Group>
      {speakers.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('speakers.none')}
        </Text>
      )}
      <Stack gap={6} role="list">
        {speakers.map((speaker) => (
          <SpeakerItem key={speaker.id} speaker={speaker} shown={shown.has(speaker.id)} dimmed={shown.size > 0 && !shown.has(speaker.id)} onToggle={() => toggle(speaker.id)} />
        ))}
      </Stack>
    </section>
  );
}
