import { useMessages } from '@colloquy/web-kit';
import { useState } from 'react';
import { ProblemAlert } from '../components/problem-alert.tsx';
import { IconPlus } from '../icons.ts';
import { Button, Modal, Skeleton, Stack, Text, TextInput } from '../mantine.ts';
import { useCollectionChoice, type CollectionOffer } from './use-collection-choice.ts';

interface AddToCollectionDialogProps {
  /** In the order in which they are to be put into it. */
  recordingIds: readonly string[];
  opened: boolean;
  onClose: () => void;
  /** They are in it. */
  onAdded?: () => void;
}

const LONGEST_NAME = 300;

/** Asks into which collection recordings are to be put; one that has no room for them says so before. */
export function AddToCollectionDialog({
  recordingIds,
  opened,
  onClose,
  onAdded,
}: AddToCollectionDialogProps) {
  const { t } = useMessages('collections');
  // Made when it is first opened: a list has one in each row.
  const [made, setMade] = useState(opened);
  if (opened && !made) setMade(true);
  if (!made) return null;
  const done = () => {
    onClose();
    onAdded?.();
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('choose.title', { count: recordingIds.length })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Choice recordingIds={recordingIds} onDone={done} />
    </Modal>
  );
}

function Choice({ recordingIds, onDone }: { recordingIds: readonly string[]; onDone: () => void }) {
  const { t } = useMessages('collections');
  const choice = useCollectionChoice(recordingIds, onDone);
  const { text, offers, most, busy, error } = choice;
  const name = text.trim();
  const tooMany = most !== null && recordingIds.length > most;
  if (error && !offers) return <ProblemAlert problem={error} onRetry={choice.retry} />;
  return (
    <Stack gap="sm">
      <TextInput
        label={t('choose.find')}
        description={most !== null && t('choose.limit', { count: most })}
        maxLength={LONGEST_NAME}
        autoComplete="off"
        value={text}
        onChange={(event) => choice.setText(event.currentTarget.value)}
        data-autofocus
      />
      {!offers && <Skeleton h={36} />}
      {offers?.length === 0 && (
        <Text size="sm" c="dimmed" role="status">
          {t(name ? 'choose.noneFound' : 'choose.none')}
        </Text>
      )}
      {offers && offers.length > 0 && (
        <Stack gap={6} component="ul" m={0} p={0} style={{ listStyle: 'none' }} aria-label={t('list')}>
          {offers.map((offer) => (
            <li key={offer.id}>
              <Offer offer={offer} most={most} busy={busy} onChoose={() => void choice.put(offer.id)} />
            </li>
          ))}
        </Stack>
      )}
      {choice.hidden > 0 && (
        <Text size="xs" c="dimmed">
          {t('choose.more', { count: choice.hidden })}
        </Text>
      )}
      {name && (
        <Button
          variant="light"
          leftSection={<IconPlus size={16} />}
          loading={busy}
          disabled={tooMany}
          onClick={() => void choice.putIntoNew()}
        >
          {t('choose.new', { name })}
        </Button>
      )}
      {tooMany && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {t('choose.tooMany', { count: recordingIds.length, most })}
        </Text>
      )}
    </Stack>
  );
}

interface OfferProps {
  offer: CollectionOffer;
  most: number | null;
  busy: boolean;
  onChoose: () => void;
}

function Offer({ offer: { name, held, missing, hasRoom }, most, busy, onChoose }: OfferProps) {
  const { t } = useMessages('collections');
  const state =
    missing === 0
      ? t('choose.contained')
      : !hasRoom
        ? t('choose.noRoom', { held, most: most ?? held })
        : t('card.recordings', { count: held });
  return (
    <Button
      variant="default"
      fullWidth
      justify="space-between"
      disabled={busy || missing === 0 || !hasRoom}
      rightSection={
        <Text size="xs" c="dimmed" component="span">
          {state}
        </Text>
      }
      onClick={onChoose}
    >
      {name}
    </Button>
  );
}
