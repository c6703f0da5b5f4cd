import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { messages } from '@colloquy/web-kit';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';

interface ToastAction {
  label: string;
  onAction: () => void;
}

interface Toast {
  message: string;
  title?: string;
  action?: ToastAction;
  /** Milliseconds it stays; toasts with an action stay 10 s. */
  autoClose?: number;
  /** Takes the place of one with the same id that still stands. */
  id?: string;
  onClose?: () => void;
}

let lastToast = 0;
const standing = new Set<string>();

function show({ message, title, action, autoClose, onClose, ...given }: Toast, failed: boolean): void {
  const id = given.id ?? `toast-${(lastToast += 1)}`;
  const tell = standing.has(id) ? notifications.update : notifications.show;
  standing.add(id);
  tell({
    id,
    onClose: () => {
      standing.delete(id);
      onClose?.();
    },
    title,
    closeButtonProps: { 'aria-label': messages.t('common:close') },
    color: failed ? 'red' : 'petrol',
    icon: failed ? <IconAlertTriangle size={18} /> : <IconCheck size={18} />,
    autoClose: autoClose ?? (action || failed ? 10_000 : 4_000),
    message: (
      <Group justify="space-between" gap="xs">
        <Text size="sm">{message}</Text>
        {action && (
          <Button
            size="compact-sm"
            variant="light"
            flex="none"
            maw="100%"
            h="auto"
            mih={26}
            styles={{ label: { whiteSpace: 'normal' } }}
            onClick={() => {
              notifications.hide(id);
              action.onAction();
            }}
          >
            {action.label}
          </Button>
        )}
      </Group>
    ),
  });
}

/** Short news at the edge of the page, read out by screen readers. */
export const toast = {
  done: (content: Toast) => show(content, false),
  failed: (content: Toast) => show(content, true),
};
