import { Button, ProblemAlert, Skeleton, Title } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useQuery } from 'urql';
import classes from '../collections.module.css';
import { CollectionSegmentsQuery } from './transcript.operations.ts';
import { SegmentLine, type ClipRecording } from './segment-line.tsx';
import type { useMoment } from './use-moment.ts';

const PAGE = 100;

interface SegmentPageProps {
  collectionId: string;
  version: string | null;
  after: string | null;
  recordings: ReadonlyMap<string, ClipRecording>;
  moment: ReturnType<typeof useMoment>;
  /** Null when the next page is there already. */
  onMore: ((cursor: string) => void) | null;
}

export function SegmentPage({ collectionId, version, after, recordings, moment, onMore }: SegmentPageProps) {
  const { t } = useMessages('collections');
  const [{ data, error }, ask] = useQuery({
    query: CollectionSegmentsQuery,
    variables: { id: collectionId, first: PAGE, after },
    requestPolicy: 'cache-and-network',
  });
  const again = useEffectEvent(() => ask({ requestPolicy: 'network-only' }));
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current !== version) again();
    seen.current = version;
  }, [version]);
  const page = data?.collection?.segments;
  if (error && !page) return <ProblemAlert problem={error} onRetry={again} />;
  if (!page) return <Skeleton h={160} />;
  const nodes = page.edges.map(({ node }) => node);
  const { hasNextPage, endCursor } = page.pageInfo;
  return (
    <>
      {[...Map.groupBy(nodes, ({ recording }) => recording?.id ?? '')].map(([id, own]) => (
        <div key={id}>
          <Title order={3} size="h6" mt="md" mb={6}>
            {recordings.get(id)?.title}
          </Title>
          <ul className={classes.segments}>
            {own.map((node) => (
              <SegmentLine key={node.segment.id} node={node} recording={recordings.get(id)} moment={moment} />
            ))}
          </ul>
        </div>
      ))}
      {hasNextPage && endCursor && onMore && (
        <Button variant="default" mt="md" onClick={() => onMore(endCursor)}>
          {t('transcript.more')}
        </Button>
      )}
    </>
  );
}
