import { Button, Group, Modal, Stack, Text, toast, told } from '@colloquy/ui';
import { navigate, paths, useMessages } from '@colloquy/web-kit';
import { useMutation } from 'urql';
import { DeleteCollectionMutation } from '../collections.operations.ts';
import type { ShownCollection } from './collection-menu.tsx';

interface DialogProps {
  opened: boolean;
  collection: ShownCollection;
  onClose: () => void;
}

/** Asks also what becomes of the recordings. */
export function DeleteDialog({ opened, collection: { id, name }, onClose }: DialogProps) {
  const { t } = useMessages('collections');
  const [{ fetching }, remove] = useMutation(DeleteCollectionMutation);
  const send = async (deleteRecordings: boolean) => {
    const { data, error } = await remove({ id, deleteRecordings });
    if (!told(data?.deleteCollection, error)) return;
    toast.done({ message: t('deleted') });
    navigate(paths.collections());
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('confirmDelete.title', { name })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack gap="md">
        <Text size="sm">{t('confirmDelete.body')}</Text>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('common:cancel')}
          </Button>
          <Button variant="default" loading={fetching} onClick={() => void send(false)}>
            {t('confirmDelete.keep')}
          </Button>
          <Button color="red.9" loading={fetching} onClick={() => void send(true)}>
            {t('confirmDelete.withRecordings')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
