import { useCallback } from 'react';
import { useQuery } from 'urql';
import {
  Button,
  EmptyState,
  IconFileText,
  ProblemAlert,
  Skeleton,
  Stack,
  VisuallyHidden,
} from '@colloquy/ui';
import { paths, RouteLink, useMessages, usePageTitle, type RouteOf } from '@colloquy/web-kit';
import { readFragment } from '../gql/index.ts';
import { SpeakerCardFragment } from '../speakers/speaker.operations.ts';
import { OpenTranscript } from './open-transcript.tsx';
import { ProcessingView } from './processing-view.tsx';
import { RecordingHeader } from './recording-header.tsx';
import {
  RecordingHeaderFragment,
  TranscriptOverviewFragment,
  TranscriptPageQuery,
} from './transcript-page.operations.ts';

/** One recording: its transcript, or where it stands on the way to one. */
export function TranscriptPage({ route }: { readonly route: RouteOf<'transcript'> }) {
  const { t } = useMessages('transcript');
  const [{ data, error, fetching }, ask] = useQuery({
    query: TranscriptPageQuery,
    variables: { id: route.recordingId },
    requestPolicy: 'cache-and-network',
  });
  const askAgain = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  const recording = readFragment(RecordingHeaderFragment, data?.recording);
  usePageTitle(recording?.title);
  const overview = readFragment(TranscriptOverviewFragment, data?.recording?.transcript);

  if (!recording && !fetching && !error) return <Missing />;
  if (!recording) {
    return (
      <>
        <VisuallyHidden component="h1" tabIndex={-1} data-page-heading>
          {t('title')}
        </VisuallyHidden>
        {error ? <ProblemAlert problem={error} onRetry={askAgain} /> : <PageSkeleton />}
      </>
    );
  }
  const transcript = overview
    ? {
        id: overview.id,
        version: overview.version,
        speakers: readFragment(SpeakerCardFragment, overview.speakers),
        exports: overview.exports,
        leftBehind: { corrections: overview.leftBehind, count: overview.leftBehindCount },
      }
    : null;
  // The recording came, its transcript did not: that service is down.
  const down = !overview && error !== undefined && recording.status === 'READY';
  return (
    <div className="transcript-page">
      <RecordingHeader
        recording={recording}
        speakerCount={transcript?.speakers.length ?? null}
        wordCount={overview?.wordCount ?? null}
      />
      {overview || down ? (
        <OpenTranscript
          key={`${recording.id} ${down}`}
          recording={recording}
          durationMs={recording.durationMs ?? overview?.durationMs ?? 0}
          transcript={transcript}
          route={route}
          onChanged={askAgain}
        />
      ) : (
        <ProcessingView recording={recording} onReady={askAgain} />
      )}
    </div>
  );
}

function Missing() {
  const { t } = useMessages('transcript');
  return (
    <EmptyState
      wholePage
      icon={<IconFileText size={28} />}
      title={t('missing.title')}
      actions={
        <Button component={RouteLink} href={paths.library()}>
          {t('missing.toLibrary')}
        </Button>
      }
    >
      {t('missing.body')}
    </EmptyState>
  );
}

function PageSkeleton() {
  const { t } = useMessages('common');
  return (
    <Stack role="status" aria-label={t('loading')} gap="md">
      <Skeleton h={32} w="50%" />
      <Skeleton h={16} w="30%" />
      {Array.from({ length: 6 }, (_, index) => (
        <Skeleton key={index} h={64} />
      ))}
    </Stack>
  );
}
