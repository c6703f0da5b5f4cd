import type { CSSProperties } from 'react';
import {
  Button,
  Collapse,
  Group,
  IconChevronDown,
  IconChevronUp,
  Stack,
  Text,
  Title,
  UnstyledButton,
  useDisclosure,
  useMediaQuery,
} from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { useSession } from '../session/transcript-session.ts';
import type { SpeakerCard } from './speaker-card.ts';
import { SpeakerItem } from './speaker-item.tsx';
import { useIdentified } from './use-identity.ts';

interface SpeakerPanelProps {
  readonly speakers: readonly SpeakerCard[];
  /** Whose segments are shown; empty means everybody's. */
  readonly shown: ReadonlySet<string>;
  onShow(shown: ReadonlySet<string>): void;
}

/** Who took part: how long each spoke, their names to edit in place, and whose words to show. */
export function SpeakerPanel({ speakers, shown, onShow }: SpeakerPanelProps) {
  const { t } = useMessages('transcript');
  useIdentified(useSession().recordingId);
  const toggle = (id: string) => {
    const next = new Set(shown);
    if (!next.delete(id)) next.add(id);
    onShow(next.size === speakers.length ? new Set() : next);
  };
  // Where the panel stands above the text, the text comes first.
  const above = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false });
  const [opened, { toggle: toggleOpened }] = useDisclosure(false);
  const Chevron = opened ? IconChevronUp : IconChevronDown;
  const title = (
    <Title order={2} size="h5">
      {t('speakers.title')}
    </Title>
  );
  return (
    <section aria-label={t('speakers.title')} className="transcript-speakers">
      {above ? (
        <UnstyledButton className="transcript-speakers-toggle" aria-expanded={opened} onClick={toggleOpened}>
          {title}
          {speakers.map(({ id, color }) => (
            <span
              key={id}
              className="transcript-dot"
              style={{ '--speaker': color } as CSSProperties}
              aria-hidden
            />
          ))}
          <Chevron size={18} aria-hidden />
        </UnstyledButton>
      ) : (
        title
      )}
      <Collapse expanded={!above || opened}>
        {speakers.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('speakers.none')}
          </Text>
        )}
        <Stack gap={6} role="list" mt="xs">
          {speakers.map((speaker) => (
            <SpeakerItem
              key={speaker.id}
              speaker={speaker}
              others={speakers.filter(({ id }) => id !== speaker.id)}
              shown={shown.has(speaker.id)}
              dimmed={shown.size > 0 && !shown.has(speaker.id)}
              onToggle={() => toggle(speaker.id)}
            />
          ))}
        </Stack>
      </Collapse>
      {shown.size > 0 && (
        <Group mt="xs">
          <Button size="compact-xs" variant="subtle" onClick={() => onShow(new Set())}>
            {t('speakers.showAll')}
          </Button>
        </Group>
      )}
    </section>
  );
}
