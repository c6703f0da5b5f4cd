import { useSyncExternalStore } from 'react';
import { ActionIcon, Group, IconArrowBackUp, IconArrowForwardUp, Tooltip } from '@colloquy/ui';
import { useMessages, useUndoKeys } from '@colloquy/web-kit';
import { useSession } from '../session/transcript-session.ts';

/** Undo and redo of what was corrected in this window: buttons, and Ctrl+Z outside of text fields. */
export function UndoButtons() {
  const { t } = useMessages('transcript');
  const { corrections } = useSession();
  const { canUndo, canRedo } = useSyncExternalStore(corrections.subscribe, corrections.getSnapshot);

  useUndoKeys(corrections);

  return (
    <Group gap={0} wrap="nowrap">
      <Tooltip label={t('corrections.undoKey')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('corrections.undo')}
          disabled={!canUndo}
          onClick={() => void corrections.undo()}
        >
          <IconArrowBackUp size={18} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('corrections.redoKey')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('corrections.redo')}
          disabled={!canRedo}
          onClick={() => void corrections.redo()}
        >
          <IconArrowForwardUp size={18} />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
