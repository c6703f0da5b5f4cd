import { Button, Group, Modal, Stack, Text, TextInput, useTold } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { useState } from 'react';
import { useMutation } from 'urql';
import { SplitPersonMutation } from './person.operations.ts';

interface SplitDialogProps {
  readonly profileId: string;
  readonly sampleIds: readonly string[];
  readonly opened: boolean;
  onClose(): void;
  onSplit(): void;
}

/** Names the other person whose samples got into a profile. */
export function SplitDialog({ profileId, sampleIds, opened, onClose, onSplit }: SplitDialogProps) {
  const { t } = useMessages('people');
  const [name, setName] = useState('');
  const [{ fetching }, split] = useMutation(SplitPersonMutation);
  const told = useTold();
  const send = async () => {
    const { data, error } = await split({
      input: { id: profileId, sampleIds: [...sampleIds], name: name.trim() },
    });
    if (!told(data?.splitSpeakerProfile, error)) return;
    setName('');
    onClose();
    onSplit();
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('evidence.splitTitle')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Stack gap="md">
          <Text size="sm">{t('evidence.splitBody', { count: sampleIds.length })}</Text>
          <TextInput
            label={t('evidence.splitName')}
            required
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={fetching} disabled={!name.trim()}>
              {t('evidence.splitAction')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
