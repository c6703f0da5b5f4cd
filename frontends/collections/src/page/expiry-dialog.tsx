import { Button, Group, Modal, Select, Stack, toast, told } from '@colloquy/ui';
import { formatDateTime, useMessages } from '@colloquy/web-kit';
import { useState } from 'react';
import { useMutation } from 'urql';
import { SetCollectionExpiryMutation } from '../collections.operations.ts';
import { EXPIRIES, expiryAt, type Expiry } from '../expiry.ts';
import type { ShownCollection } from './collection-menu.tsx';

interface DialogProps {
  opened: boolean;
  collection: ShownCollection;
  onClose: () => void;
}

export function ExpiryDialog({ opened, collection, onClose }: DialogProps) {
  const { t } = useMessages('collections');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('expiry.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <ExpiryForm collection={collection} onClose={onClose} />
    </Modal>
  );
}

function ExpiryForm({ collection: { id, expiresAt }, onClose }: Omit<DialogProps, 'opened'>) {
  const { t } = useMessages('collections');
  const [chosen, setChosen] = useState<Expiry | 'keep'>(expiresAt ? 'keep' : 'never');
  const [{ fetching }, set] = useMutation(SetCollectionExpiryMutation);
  const choices = [
    ...(expiresAt ? [{ value: 'keep', label: t('expiry.keep', { time: formatDateTime(expiresAt) }) }] : []),
    ...(Object.keys(EXPIRIES) as Expiry[]).map((value) => ({ value, label: t(`expiry.${value}`) })),
  ];
  const send = async () => {
    if (chosen === 'keep') return onClose();
    const { data, error } = await set({ id, expiresAt: expiryAt(chosen) });
    if (!told(data?.setCollectionExpiry, error)) return;
    toast.done({ message: t('expiry.saved') });
    onClose();
  };
  return (
    <Stack gap="md">
      <Select
        label={t('expiry.label')}
        description={t('expiry.hint')}
        allowDeselect={false}
        data={choices}
        value={chosen}
        onChange={(value) => setChosen((value ?? 'never') as Expiry | 'keep')}
        data-autofocus
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button loading={fetching} onClick={() => void send()}>
          {t('form.save')}
        </Button>
      </Group>
    </Stack>
  );
}
