import { Button, Group, Progress, Stack, Text, Title, VisuallyHidden } from '@colloquy/ui';
import { formatPercent, useMessages, wholePercent } from '@colloquy/web-kit';
import { useState } from 'react';
import classes from '../collections.module.css';
import type { CollectionProgressSubscription } from '../gql/graphql.ts';
import { ClipItem } from './clip-item.tsx';
import { DropArea } from './drop-area.tsx';
import { PickDialog } from './pick-dialog.tsx';
import { StateLine } from './state-line.tsx';
import type { CollectionLimits } from './take-files.ts';
import { UploadLine } from './upload-line.tsx';
import { useClipActions } from './use-clip-actions.ts';
import { useClipUploads } from './use-clip-uploads.ts';

type State = CollectionProgressSubscription['collectionProgress'];

interface ClipSectionProps {
  collectionId: string;
  /** Undefined until it is known. */
  state: State | undefined;
  limits: CollectionLimits | null;
}

/** The recordings: taken in, processed, put in order. */
export function ClipSection({ collectionId, state, limits }: ClipSectionProps) {
  const { t } = useMessages('collections');
  const uploads = useClipUploads(collectionId);
  const actions = useClipActions(collectionId);
  const [moved, setMoved] = useState('');
  const [picking, setPicking] = useState(false);
  const clips = state?.clips ?? [];
  const ids = clips.map(({ recordingId }) => recordingId);
  const move = async (from: number, by: -1 | 1) => {
    const order = [...ids];
    const [id = ''] = order.splice(from, 1);
    order.splice(from + by, 0, id);
    if (await actions.reorder(order))
      setMoved(t('clips.moved', { title: clips[from]?.recording?.title ?? '', place: from + by + 1 }));
  };
  const underWay = uploads.items.filter(({ phase }) => phase !== 'refused').length;
  return (
    <section aria-label={t('clips.title')}>
      <Title order={2} size="h4" mb="sm">
        {t('clips.title')}
      </Title>
      {state && state.total > 0 && <Overall state={state} actions={actions} />}
      {clips.length > 0 && (
        <ol className={classes.list} aria-label={t('clips.list')}>
          {clips.map((clip, index) => (
            <ClipItem
              key={clip.recordingId}
              clip={clip}
              actions={actions}
              onUp={index > 0 ? () => void move(index, -1) : null}
              onDown={index < clips.length - 1 ? () => void move(index, 1) : null}
            />
          ))}
        </ol>
      )}
      <VisuallyHidden role="status">{moved}</VisuallyHidden>
      <Stack gap="xs" mt="sm">
        {uploads.items.map((item) => (
          <UploadLine key={item.id} item={item} queue={uploads.queue} />
        ))}
        <DropArea
          limits={limits}
          held={clips.length + underWay}
          onFiles={uploads.add}
          onPick={() => setPicking(true)}
        />
        <PickDialog
          collectionId={collectionId}
          opened={picking}
          contained={new Set(ids)}
          room={limits && limits.maxCollectionRecordings - clips.length - underWay}
          onClose={() => setPicking(false)}
        />
      </Stack>
    </section>
  );
}

function Overall({ state, actions }: { state: State; actions: ReturnType<typeof useClipActions> }) {
  const { t } = useMessages('collections');
  const { progress, total, ready, inProgress, failed, cancelled } = state;
  return (
    <div className={classes.overall}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" role="status">
          {ready === total ? (
            t('clips.allReady', { count: total })
          ) : (
            <>
              {formatPercent(progress)}
              <StateLine {...{ total, ready, failed, cancelled }} />
            </>
          )}
        </Text>
        <Group gap="xs">
          {failed + cancelled > 0 && (
            <Button size="compact-sm" variant="light" onClick={() => void actions.retryAll()}>
              {t('clips.retryAll')}
            </Button>
          )}
          {inProgress > 1 && (
            <Button size="compact-sm" variant="default" onClick={() => void actions.cancelAll()}>
              {t('clips.cancelAll')}
            </Button>
          )}
        </Group>
      </Group>
      {ready < total && (
        <Progress value={wholePercent(progress)} aria-label={t('clips.overall')} animated={inProgress > 0} />
      )}
    </div>
  );
}
