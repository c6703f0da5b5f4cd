import { NameDialog, told } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { useMutation } from 'urql';
import { RenameCollectionMutation } from '../collections.operations.ts';
import type { ShownCollection } from './collection-menu.tsx';

interface RenameDialogProps {
  opened: boolean;
  collection: ShownCollection;
  onClose: () => void;
}

const LONGEST_NAME = 300;

export function RenameDialog({ opened, collection: { id, name }, onClose }: RenameDialogProps) {
  const { t } = useMessages('collections');
  const [, rename] = useMutation(RenameCollectionMutation);
  return (
    <NameDialog
      opened={opened}
      title={t('form.renameTitle')}
      label={t('form.name')}
      action={t('form.save')}
      maxLength={LONGEST_NAME}
      name={name}
      onClose={onClose}
      onName={async (next) => {
        const { data, error } = await rename({ id, name: next });
        return told(data?.renameCollection, error) !== null;
      }}
    />
  );
}
