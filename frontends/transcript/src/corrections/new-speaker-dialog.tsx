import { useState, type FormEvent } from 'react';
import { Button, Group, Modal, Stack, TextInput } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';

interface NewSpeakerDialogProps {
  onName(name: string): void;
  onClose(): void;
}

/** Asks who it is that speaks, when it is none of those known. */
export function NewSpeakerDialog({ onName, onClose }: NewSpeakerDialogProps) {
  const { t } = useMessages('transcript');
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onName(name.trim());
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('newSpeaker.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            data-autofocus
            label={t('newSpeaker.name')}
            description={t('newSpeaker.hint')}
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit">{t('newSpeaker.add')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
