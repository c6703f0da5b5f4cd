import { ActionIcon, Group, IconCheck, IconX, TextInput } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { useState } from 'react';

interface NameFormProps {
  name: string;
  onSave: (name: string) => Promise<void>;
  onCancel: () => void;
}

/** Names somebody in all recordings; nothing typed takes the name away. */
export function NameForm({ name: before, onSave, onCancel }: NameFormProps) {
  const { t } = useMessages('collections');
  const [name, setName] = useState(before);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void onSave(name);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <Group gap={4} wrap="nowrap">
        <TextInput
          size="xs"
          aria-label={t('speakers.name')}
          placeholder={t('speakers.name')}
          maxLength={100}
          autoComplete="off"
          value={name}
          ref={(field) => field?.focus()}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <ActionIcon type="submit" variant="light" aria-label={t('speakers.save')}>
          <IconCheck size={16} />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={t('common:cancel')} onClick={onCancel}>
          <IconX size={16} />
        </ActionIcon>
      </Group>
    </form>
  );
}
