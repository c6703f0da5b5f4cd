import {
  Button,
  EmptyState,
  Group,
  IconStack2,
  PageHeader,
  ProblemAlert,
  Skeleton,
  Stack,
} from '@colloquy/ui';
import { formatDateTime, navigate, paths, useMessages, useOnEnd, usePageTitle } from '@colloquy/web-kit';
import { useQuery, useSubscription } from 'urql';
import { ClipSection } from '../clips/clip-section.tsx';
import {
  CollectionProgressSubscription,
  CollectionQuery,
  CollectionSpeakersFragment,
  CollectionSpeakersSubscription,
} from '../collections.operations.ts';
import classes from '../collections.module.css';
import { readFragment } from '../gql/index.ts';
import { SpeakerSection } from '../speakers/speaker-section.tsx';
import { TranscriptSection } from '../transcript/transcript-section.tsx';
import { CollectionMenu } from './collection-menu.tsx';
import { ExportMenu } from './export-menu.tsx';

export function CollectionPage({ id }: { id: string }) {
  const { t } = useMessages('collections');
  const [{ data, error, fetching }, ask] = useQuery({
    query: CollectionQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  // Both begin with how it is now, also after a lost connection, and end when it is gone.
  const [progress] = useSubscription({ query: CollectionProgressSubscription, variables: { id } });
  const [read] = useSubscription({ query: CollectionSpeakersSubscription, variables: { id } });
  const wasOpen = progress.data !== undefined;
  useOnEnd(CollectionProgressSubscription, { id }, () => ask({ requestPolicy: 'network-only' }));
  const collection = data?.collection;
  usePageTitle(collection?.name);
  if (error && !collection)
    return (
      <>
        <PageHeader title={t('title')} />
        <ProblemAlert problem={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
      </>
    );
  if (!collection && fetching) return <PageSkeleton label={t('common:loading')} />;
  if (!collection)
    return (
      <EmptyState
        wholePage
        icon={<IconStack2 size={28} stroke={1.6} />}
        title={t(wasOpen ? 'notFound.gone' : 'notFound.title')}
        actions={<Button onClick={() => navigate(paths.collections())}>{t('notFound.action')}</Button>}
      >
        {t(wasOpen ? 'notFound.goneBody' : 'notFound.body')}
      </EmptyState>
    );
  const state = progress.data?.collectionProgress;
  const reading = readFragment(CollectionSpeakersFragment, read.data?.collectionSpeakersChanged);
  const clips = state?.clips ?? [];
  const titles = new Map(clips.map(({ recordingId, recording }) => [recordingId, recording?.title ?? '']));
  return (
    <>
      <PageHeader
        back={{ href: paths.collections(), label: t('title') }}
        title={<span className={classes.name}>{collection.name}</span>}
        description={
          collection.expiresAt ? t('expiry.now', { time: formatDateTime(collection.expiresAt) }) : undefined
        }
        actions={
          <Group gap="sm">
            <ExportMenu exports={(reading?.readableRecordings ?? 0) > 0 ? (reading?.exports ?? []) : []} />
            <CollectionMenu collection={collection} />
          </Group>
        }
      />
      {progress.error && !state && <ProblemAlert problem={progress.error} />}
      <Stack gap={36}>
        <ClipSection collectionId={id} state={state} limits={data.uploadLimits ?? null} />
        <SpeakerSection collectionId={id} reading={reading} total={state?.total ?? 0} titles={titles} />
        <TranscriptSection
          collectionId={id}
          version={reading?.speakersUpdatedAt ?? null}
          readable={(reading?.readableRecordings ?? 0) > 0}
          clips={clips}
        />
      </Stack>
    </>
  );
}

function PageSkeleton({ label }: { label: string }) {
  return (
    <Stack gap="md" role="status" aria-busy="true" aria-label={label}>
      <Skeleton h={32} w={260} />
      <Skeleton h={120} />
      <Skeleton h={220} />
    </Stack>
  );
}
