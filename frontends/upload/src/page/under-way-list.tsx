import { Stack, Text, Title } from '@colloquy/ui';
import { formatAgo, useMessages } from '@colloquy/web-kit';
import { useState } from 'react';
import { useQuery } from 'urql';
import { ProcessingStages } from '../processing/processing-stages.tsx';
import type { UploadItem } from '@colloquy/ui/uploads';
import { UnderWayQuery } from '../upload.operations.ts';
import classes from './upload.module.css';

const DAY_MS = 86_400_000;

/** Recordings in work that came in the last day and are not in the queue: after a reload it is empty. */
export function UnderWayList({ items }: { items: readonly UploadItem[] }) {
  const { t } = useMessages('upload');
  const [openedAt] = useState(() => Date.now());
  const [{ data }] = useQuery({ query: UnderWayQuery, requestPolicy: 'cache-and-network' });
  const queued = new Set(items.map(({ recordingId }) => recordingId));
  const recordings = (data?.recordings?.edges ?? [])
    .map(({ node }) => node)
    .filter(({ id, createdAt }) => !queued.has(id) && openedAt - Date.parse(createdAt) < DAY_MS);
  if (recordings.length === 0) return null;
  return (
    <section aria-labelledby="under-way-heading">
      <Title order={2} size="h3" id="under-way-heading" mb="sm">
        {t('underWay')}
      </Title>
      <ul className={classes.list}>
        {recordings.map(({ id, title, createdAt }) => (
          <li key={id} className={classes.card}>
            <Stack gap="xs">
              <div>
                <Text className={classes.title} truncate>
                  {title}
                </Text>
                <Text size="xs" c="dimmed">
                  {formatAgo(createdAt)}
                </Text>
              </div>
              <ProcessingStages recordingId={id} title={title} />
            </Stack>
          </li>
        ))}
      </ul>
    </section>
  );
}
