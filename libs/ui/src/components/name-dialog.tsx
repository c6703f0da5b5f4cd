import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMessages } from '@colloquy/web-kit';
import { useState } from 'react';

interface NameFormProps {
  /** What it means to give the name. */
  body?: string;
  label: string;
  hint?: string;
  maxLength: number;
  action: string;
  /** The name it has now. */
  name?: string;
  /** Whether it may be left empty. */
  optional?: boolean;
  /** True when it was taken: then the dialog closes. */
  onName: (name: string) => Promise<boolean>;
  onClose: () => void;
}

interface NameDialogProps extends NameFormProps {
  opened: boolean;
  title: string;
}

/** Asks for a name. */
export function NameDialog({ opened, title, ...form }: NameDialogProps) {
  const { t } = useMessages('common');
  return (
    <Modal
      opened={opened}
      onClose={form.onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <NameForm {...form} />
    </Modal>
  );
}

function NameForm({ body, label, hint, maxLength, action, optional = false, ...form }: NameFormProps) {
  const { t } = useMessages('common');
  const [name, setName] = useState(form.name ?? '');
  const [sending, setSending] = useState(false);
  const send = async () => {
    setSending(true);
    const taken = await form.onName(name.trim());
    setSending(false);
    if (taken) form.onClose();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Stack gap="md">
        {body && <Text size="sm">{body}</Text>}
        <TextInput
          label={label}
          description={hint}
          required={!optional}
          maxLength={maxLength}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={form.onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={sending} disabled={!optional && !name.trim()}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
