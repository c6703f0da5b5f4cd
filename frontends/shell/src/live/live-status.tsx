import { toast } from '@colloquy/ui';
import { useMessages, useNavigateToLibrary, useNavigateToRecording, useRoute } from '@colloquy/web-kit';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useSubscription } from 'urql';
import type { RecordingsLiveSubscription as Live } from '../gql/graphql.ts';
import { RecordingsLiveSubscription } from './live.operations.ts';

type Change = Live['recordingsStatusChanged'];

/** Keeps every list live from one subscription, and says when a recording is done while the user is elsewhere. */
export function LiveStatus() {
  const { t } = useMessages('shell');
  const route = useRoute();
  const openRecording = useNavigateToRecording();
  const openLibrary = useNavigateToLibrary();
  const [{ data }] = useSubscription({ query: RecordingsLiveSubscription });
  const change = data?.recordingsStatusChanged;
  const lastStatus = useRef(new Map<string, Change['status']>());
  /** How many are ready since the last toast about it went: one toast tells of an archive, not one each. */
  const readyCount = useRef(0);

  const tell = useEffectEvent(({ recordingId, status, recording }: Change) => {
    const before = lastStatus.current.get(recordingId);
    lastStatus.current.set(recordingId, status);
    // Only what was seen at work: a status repeated after a reconnection is no news.
    if (before === undefined || before === status) return;
    const title = recording?.title ?? t('live.untitled');
    const isOpen = route.tab === 'transcript' && route.recordingId === recordingId;
    if (status === 'READY' && !isOpen) {
      readyCount.current += 1;
      const single = readyCount.current === 1;
      toast.done({
        id: 'ready',
        message: single ? t('live.ready', { title }) : t('live.readyMany', { count: readyCount.current }),
        action: single
          ? { label: t('live.open'), onAction: () => openRecording(recordingId) }
          : { label: t('live.show'), onAction: openLibrary },
        onClose: () => {
          readyCount.current = 0;
        },
      });
    }
    if (status === 'FAILED' && route.tab !== 'library') {
      toast.failed({
        message: t('live.failed', { title }),
        action: { label: t('live.show'), onAction: openLibrary },
      });
    }
  });
  useEffect(() => {
    if (change) tell(change);
  }, [change]);
  return null;
}
