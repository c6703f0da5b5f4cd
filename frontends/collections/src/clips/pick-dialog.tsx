import {
  Button,
  Checkbox,
  Group,
  Modal,
  ProblemAlert,
  Skeleton,
  Stack,
  Text,
  TextInput,
  toast,
  told,
  useDebouncedValue,
} from '@colloquy/ui';
import { formatDate, formatDuration, useMessages } from '@colloquy/web-kit';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import classes from '../collections.module.css';
import type { PickRecordingsQuery as Found } from '../gql/graphql.ts';
import { AddRecordingsMutation, PickRecordingsQuery } from './pick-recordings.operations.ts';

interface PickDialogProps {
  collectionId: string;
  opened: boolean;
  /** What is in it already. */
  contained: ReadonlySet<string>;
  /** How many more it may hold; null while that is not known. */
  room: number | null;
  onClose: () => void;
}

type Recording = NonNullable<Found['recordings']>['edges'][number]['node'];

const SHOWN = 30;
const TYPING_MS = 200;
/** What can be read now, or soon. */
const STATUSES: Recording['status'][] = ['READY', 'PROCESSING', 'QUEUED', 'UPLOADED'];

/** Puts recordings that are there into the collection, as many at once as it has room for. */
export function PickDialog({ opened, onClose, ...choice }: PickDialogProps) {
  const { t } = useMessages('collections');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t('pick.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Picker {...choice} onClose={onClose} />
    </Modal>
  );
}

function Picker({ collectionId, contained, room, onClose }: Omit<PickDialogProps, 'opened'>) {
  const { t } = useMessages('collections');
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), TYPING_MS);
  // In the order they were chosen in, also of what another search has found.
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [{ data, error }, ask] = useQuery({
    query: PickRecordingsQuery,
    variables: { first: SHOWN, filter: { search: search || null, statuses: STATUSES } },
    requestPolicy: 'cache-and-network',
  });
  const [{ fetching }, add] = useMutation(AddRecordingsMutation);
  const recordings = data?.recordings?.edges.map(({ node }) => node);
  const hidden = (data?.recordings?.totalCount ?? 0) - (recordings?.length ?? 0);
  const left = room === null ? null : Math.max(0, room - chosen.length);
  const send = async () => {
    const answer = await add({ input: { collectionId, recordingIds: [...chosen] } });
    if (!told(answer.data?.addToCollection, answer.error)) return;
    toast.done({ message: t('pick.done', { count: chosen.length }) });
    onClose();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen.length > 0) void send();
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={t('pick.search')}
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          data-autofocus
        />
        {error && !recordings && (
          <ProblemAlert problem={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
        )}
        {!error && !recordings && <Skeleton h={120} />}
        {recordings?.length === 0 && (
          <Text size="sm" c="dimmed" role="status">
            {t(search ? 'pick.noneFound' : 'pick.none')}
          </Text>
        )}
        {recordings && recordings.length > 0 && (
          <ul className={classes.picks} aria-label={t('pick.list')}>
            {recordings.map((recording) => (
              <Pick
                key={recording.id}
                recording={recording}
                contained={contained.has(recording.id)}
                chosen={chosen.includes(recording.id)}
                full={left === 0}
                onToggle={() =>
                  setChosen((now) =>
                    now.includes(recording.id)
                      ? now.filter((id) => id !== recording.id)
                      : [...now, recording.id],
                  )
                }
              />
            ))}
          </ul>
        )}
        {hidden > 0 && (
          <Text size="xs" c="dimmed">
            {t('pick.more', { count: hidden })}
          </Text>
        )}
        <Group justify="space-between" gap="sm">
          <Text size="sm" c="dimmed" role="status">
            {chosen.length > 0 && `${t('pick.chosen', { count: chosen.length })} · `}
            {left !== null && (left === 0 ? t('pick.full') : t('pick.room', { count: left }))}
          </Text>
          <Group gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={fetching} disabled={chosen.length === 0}>
              {chosen.length === 0 ? t('pick.nothing') : t('pick.add', { count: chosen.length })}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}

interface PickProps {
  recording: Recording;
  contained: boolean;
  chosen: boolean;
  /** No other can be chosen. */
  full: boolean;
  onToggle: () => void;
}

function Pick({ recording, contained, chosen, full, onToggle }: PickProps) {
  const { t } = useMessages('collections');
  const { title, status, durationMs, createdAt } = recording;
  const facts = [
    contained ? t('pick.contained') : null,
    status === 'READY' ? null : t(`common:status.${status}`),
    typeof durationMs === 'number' ? formatDuration(durationMs) : null,
    formatDate(createdAt),
  ];
  return (
    <li>
      <Checkbox
        checked={contained || chosen}
        disabled={contained || (full && !chosen)}
        label={title}
        description={facts.filter(Boolean).join(' · ')}
        onChange={onToggle}
      />
    </li>
  );
}
