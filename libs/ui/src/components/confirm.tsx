import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { messages } from '@colloquy/web-kit';

interface Question {
  title: string;
  body: string;
  confirm: string;
  cancel: string;
  /** Colours the button as something that takes away. */
  dangerous?: boolean;
}

/** Asks before something that cannot be undone; true when it was confirmed. */
export function confirm({
  title,
  body,
  confirm: yes,
  cancel,
  dangerous = false,
}: Question): Promise<boolean> {
  return new Promise((resolve) => {
    modals.openConfirmModal({
      title,
      children: <Text size="sm">{body}</Text>,
      labels: { confirm: yes, cancel },
      closeButtonProps: { 'aria-label': messages.t('common:close') },
      // A lighter red is too near to the white of its label.
      confirmProps: dangerous ? { color: 'red.9' } : {},
      onConfirm: () => resolve(true),
      onCancel: () => resolve(false),
      onClose: () => resolve(false),
    });
  });
}
