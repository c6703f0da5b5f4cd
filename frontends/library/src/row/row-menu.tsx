import {
  ActionIcon,
  IconAdjustments,
  IconDots,
  IconFileText,
  IconMessageCircle,
  IconPencil,
  IconPlayerStop,
  IconRefresh,
  IconStack2,
  IconTrash,
  Menu,
} from '@colloquy/ui';
import { useMessages, useNavigateToChatAbout, useNavigateToRecording } from '@colloquy/web-kit';
import { useState } from 'react';
import type { RecordingRowFragment } from '../gql/graphql.ts';

interface RowMenuProps {
  recording: RecordingRowFragment;
  onRename: () => void;
  onAddToCollection: () => void;
  onRetry: () => void;
  /** With settings to be changed. */
  onProcessAgain: () => void;
  onCancel: () => void;
  onDelete: () => void;
}

export function RowMenu({
  recording,
  onRename,
  onAddToCollection,
  onRetry,
  onProcessAgain,
  onCancel,
  onDelete,
}: RowMenuProps) {
  const { t } = useMessages('library');
  const open = useNavigateToRecording();
  const askAbout = useNavigateToChatAbout();
  const { id, title, status, source } = recording;
  const ready = status === 'READY';
  const stopped = status === 'FAILED' || status === 'CANCELLED';
  // Renaming takes the focus to its field; every other way out of the menu gives it back to the button.
  const [renames, setRenames] = useState(false);
  const icon = { size: 16, stroke: 1.75 };
  return (
    <Menu
      position="bottom-end"
      width={210}
      shadow="md"
      withinPortal={false}
      returnFocus={!renames}
      onOpen={() => setRenames(false)}
    >
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('actionsOf', { title })}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFileText {...icon} />} onClick={() => open(id)}>
          {t('open')}
        </Menu.Item>
        {ready && (
          <Menu.Item leftSection={<IconMessageCircle {...icon} />} onClick={() => askAbout([id])}>
            {t('ask')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconPencil {...icon} />}
          onClick={() => {
            setRenames(true);
            onRename();
          }}
        >
          {t('rename')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconStack2 {...icon} />}
          onClick={() => {
            setRenames(false);
            onAddToCollection();
          }}
        >
          {t('common:addToCollection')}
        </Menu.Item>
        {stopped && (
          <Menu.Item leftSection={<IconRefresh {...icon} />} onClick={onRetry}>
            {t('retry')}
          </Menu.Item>
        )}
        {(ready || stopped) && source !== 'IMPORT' && (
          <Menu.Item leftSection={<IconAdjustments {...icon} />} onClick={onProcessAgain}>
            {ready ? `${t('retry')}…` : t('common:again.settings')}
          </Menu.Item>
        )}
        {!ready && !stopped && (
          <Menu.Item leftSection={<IconPlayerStop {...icon} />} onClick={onCancel}>
            {t('cancel')}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item
          color="var(--mantine-color-error)"
          leftSection={<IconTrash {...icon} />}
          onClick={onDelete}
        >
          {t('delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
