import { Text, Title } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { useState } from 'react';
import type { CollectionProgressSubscription } from '../gql/graphql.ts';
import { SegmentPage } from './segment-page.tsx';
import { useMoment } from './use-moment.ts';

interface TranscriptSectionProps {
  collectionId: string;
  /** Another one: something has changed. */
  version: string | null;
  /** Whether there is anything to read. */
  readable: boolean;
  clips: CollectionProgressSubscription['collectionProgress']['clips'];
}

/** All recordings, one after the other. */
export function TranscriptSection({ collectionId, version, readable, clips }: TranscriptSectionProps) {
  const { t } = useMessages('collections');
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  const moment = useMoment();
  const recordings = new Map(clips.map(({ recordingId, recording }) => [recordingId, recording]));
  return (
    <section aria-label={t('transcript.title')}>
      <Title order={2} size="h4" mb="sm">
        {t('transcript.title')}
      </Title>
      {!readable && (
        <Text size="sm" c="dimmed">
          {t('transcript.none')}
        </Text>
      )}
      {readable &&
        cursors.map((after, index) => (
          <SegmentPage
            key={after ?? ''}
            collectionId={collectionId}
            version={version}
            after={after}
            recordings={recordings}
            moment={moment}
            onMore={index === cursors.length - 1 ? (cursor) => setCursors([...cursors, cursor]) : null}
          />
        ))}
    </section>
  );
}
