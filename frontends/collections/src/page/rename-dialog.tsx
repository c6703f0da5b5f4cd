import { Button, Group, Modal, Stack, TextInput } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { useState } from 'react';
import { useMutation } from 'urql';
import { RenameCollectionMutation } from '../collections.operations.ts';
import { told } from '../told.ts';
import type { ShownCollection } from './collection-menu.tsx';

interface DialogProps {
  opened: boolean;
  collection: ShownCollection;
  onClose: () => void;
}

export function RenameDialog({ opened, collection, onClose }: DialogProps) {
  const { t } = useMessages('collections');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('form.renameTitle')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <RenameForm collection={collection} onClose={onClose} />
    </Modal>
  );
}

function RenameForm({ collection: { id, name: before }, onClose }: Omit<DialogProps, 'opened'>) {
  const { t } = useMessages('collections');
  const [name, setName] = useState(before);
  const [{ fetching }, rename] = useMutation(RenameCollectionMutation);
  const send = async () => {
    const { data, error } = await rename({ id, name });
    if (told(data?.renameCollection, error)) onClose();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Stack gap="md">
        <TextInput
          label={t('form.name')}
          required
          maxLength={300}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={fetching} disabled={!name.trim()}>
            {t('form.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
