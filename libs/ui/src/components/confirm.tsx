import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';

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
      confirmProps: dangerous ? { color: 'red' } : {},
      onConfirm: () => resolve(true),
      onCancel: () => resolve(false),
      onClose: () => resolve(false),
    });
  });
}
