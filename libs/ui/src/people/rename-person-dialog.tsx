import { useMessages } from '@colloquy/web-kit';
import { useState } from 'react';
import { Alert, Button, Group, Modal, Stack, Text } from '../mantine.ts';
import { useRenamePerson } from './use-rename-person.ts';

/** A known person who is called otherwise in every recording. */
export interface RenamedPerson {
  /** Of their profile: undoing it gives the name back. */
  readonly changeId: string;
  readonly before: string;
  readonly after: string;
}

interface RenamePersonDialogProps {
  /** Who is known by voice. */
  person: { readonly id: string; readonly name: string };
  /** What a speaker who is this person is to be called. */
  name: string;
  /** It is the name of somebody else, who speaks here. */
  onSomebodyElse: () => void;
  onRenamed: (person: RenamedPerson) => void;
  onClose: () => void;
}

/** Asks what another name of a speaker means who is a known person: that of the person, or that it is somebody else. */
export function RenamePersonDialog(props: RenamePersonDialogProps) {
  const { person, name, onSomebodyElse, onRenamed, onClose } = props;
  const { t } = useMessages('common');
  const [conflict, setConflict] = useState<string | null>(null);
  const { rename, renaming } = useRenamePerson(setConflict);
  const everywhere = async () => {
    // Whoever was told that somebody was faster does it all the same.
    const renamed = await rename(conflict ? { id: person.id } : person, name);
    if (!renamed) return;
    const { changeId } = renamed;
    if (changeId) onRenamed({ changeId, before: person.name, after: name });
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('renamePerson.title', { person: person.name, name })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack gap="md">
        <Text size="sm">{t('renamePerson.body', { person: person.name })}</Text>
        {conflict && (
          <Alert color="yellow" role="alert">
            {conflict}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button
            variant="default"
            onClick={() => {
              onSomebodyElse();
              onClose();
            }}
          >
            {t('renamePerson.somebodyElse')}
          </Button>
          <Button data-autofocus loading={renaming} onClick={() => void everywhere()}>
            {t('renamePerson.everywhere')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
