import { ActionIcon, IconClock, IconDots, IconPencil, IconTrash, Menu } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { useState } from 'react';
import { DeleteDialog } from './delete-dialog.tsx';
import { ExpiryDialog } from './expiry-dialog.tsx';
import { RenameDialog } from './rename-dialog.tsx';

export interface ShownCollection {
  id: string;
  name: string;
  expiresAt?: string | null | undefined;
}

/** What can be done with the collection as a whole. */
export function CollectionMenu({ collection }: { collection: ShownCollection }) {
  const { t } = useMessages('collections');
  const [over, setOver] = useState<'rename' | 'expiry' | 'delete' | null>(null);
  const close = () => setOver(null);
  const icon = { size: 16, stroke: 1.75 };
  return (
    <>
      <Menu position="bottom-end" width={200} withinPortal={false}>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={t('actions')}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => setOver('rename')}>
            {t('rename')}
          </Menu.Item>
          <Menu.Item leftSection={<IconClock {...icon} />} onClick={() => setOver('expiry')}>
            {t('expiry.open')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            color="var(--mantine-color-error)"
            leftSection={<IconTrash {...icon} />}
            onClick={() => setOver('delete')}
          >
            {t('delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <RenameDialog opened={over === 'rename'} collection={collection} onClose={close} />
      <ExpiryDialog opened={over === 'expiry'} collection={collection} onClose={close} />
      <DeleteDialog opened={over === 'delete'} collection={collection} onClose={close} />
    </>
  );
}
