import {
  ActionIcon,
  AddToCollectionDialog,
  Button,
  IconMessageCircle,
  IconRefresh,
  IconStack2,
  IconTrash,
  IconX,
  standsOnFoot,
  Text,
  Tooltip,
  useDisclosure,
} from '@colloquy/ui';
import { useMessages, useNavigateToChatAbout } from '@colloquy/web-kit';
import { useState } from 'react';
import type { RecordingRowFragment } from '../gql/graphql.ts';
import classes from './selection.module.css';
import { useBulkActions } from './use-bulk-actions.ts';

interface SelectionBarProps {
  chosen: readonly RecordingRowFragment[];
  onClear: () => void;
}

/** What can be done with the chosen recordings; it floats, so that choosing moves nothing. */
export function SelectionBar({ chosen, onClear }: SelectionBarProps) {
  const { t } = useMessages('library');
  const askAbout = useNavigateToChatAbout();
  const { removeAll, retryAll } = useBulkActions();
  const [busy, setBusy] = useState(false);
  const [choosing, collection] = useDisclosure(false);
  if (chosen.length === 0) return null;
  const ready = chosen.filter(({ status }) => status === 'READY').map(({ id }) => id);
  const stopped = chosen
    .filter(({ status }) => status === 'FAILED' || status === 'CANCELLED')
    .map(({ id }) => id);
  const run = async (action: Promise<void>) => {
    setBusy(true);
    await action;
    setBusy(false);
    onClear();
  };
  const icon = { size: 16, stroke: 1.75 };
  return (
    <section ref={standsOnFoot} className={classes.bar} aria-label={t('selection.label')} aria-busy={busy}>
      <Text size="sm" fw={600} role="status" className={classes.count}>
        {t('selection.count', { count: chosen.length })}
      </Text>
      {ready.length > 0 && (
        <Button
          size="sm"
          variant="subtle"
          leftSection={<IconMessageCircle {...icon} />}
          onClick={() => askAbout(ready)}
        >
          {t('selection.ask')}
        </Button>
      )}
      <Button size="sm" variant="subtle" leftSection={<IconStack2 {...icon} />} onClick={collection.open}>
        {t('common:addToCollection')}
      </Button>
      {stopped.length > 0 && (
        <Button
          size="sm"
          variant="subtle"
          disabled={busy}
          leftSection={<IconRefresh {...icon} />}
          onClick={() => void run(retryAll(stopped))}
        >
          {t('retry')}
        </Button>
      )}
      <Button
        size="sm"
        variant="subtle"
        color="red"
        loading={busy}
        leftSection={<IconTrash {...icon} />}
        onClick={() => void run(removeAll(chosen.map(({ id }) => id)))}
      >
        {t('delete')}
      </Button>
      <Tooltip label={t('selection.clear')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('selection.clear')}
          onClick={onClear}
        >
          <IconX {...icon} />
        </ActionIcon>
      </Tooltip>
      <AddToCollectionDialog
        recordingIds={chosen.map(({ id }) => id)}
        opened={choosing}
        onClose={collection.close}
        onAdded={onClear}
      />
    </section>
  );
}
