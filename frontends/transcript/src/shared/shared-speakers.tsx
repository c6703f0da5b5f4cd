import type { CSSProperties } from 'react';
import { Group, Stack, Text, Title } from '@colloquy/ui';
import { formatDuration, useMessages } from '@colloquy/web-kit';
import type { SharedSpeaker } from './shared-transcript.ts';

/** Who takes part and how long each speaks. */
export function SharedSpeakers({ speakers }: { readonly speakers: readonly SharedSpeaker[] }) {
  const { t } = useMessages('transcript');
  return (
    <section aria-label={t('speakers.title')} className="transcript-speakers">
      <Title order={2} size="h5">
        {t('speakers.title')}
      </Title>
      <Stack gap={6} role="list" mt="xs">
        {speakers.map(({ id, displayName, color, talkTimeMs, share }) => {
          const percent = Math.round(share * 100);
          return (
            <div
              key={id}
              role="listitem"
              className="transcript-speaker"
              style={{ '--speaker': color, '--share': `${percent}%` } as CSSProperties}
            >
              <Group gap="xs" wrap="nowrap">
                <span className="transcript-dot" aria-hidden />
                <Text fw={600} className="transcript-shared-name">
                  {displayName}
                </Text>
              </Group>
              <div className="transcript-share" aria-hidden />
              <Text size="xs" c="dimmed">
                {t('speakers.talk', { time: formatDuration(talkTimeMs), percent })}
              </Text>
            </div>
          );
        })}
      </Stack>
    </section>
  );
}
