import {
  Button,
  Group,
  IconUserPlus,
  Modal,
  Stack,
  Text,
  TextInput,
  useDisclosure,
  useTold,
} from '@colloquy/ui';
import { navigate, paths, useMessages } from '@colloquy/web-kit';
import { useState } from 'react';
import { useMutation } from 'urql';
import { NewPersonMutation } from './people.operations.ts';

/** Makes a person of whom nothing is heard yet; a clip can be given on their page. */
export function NewPersonButton() {
  const { t } = useMessages('people');
  const [opened, { open, close }] = useDisclosure(false);
  const [name, setName] = useState('');
  const [{ fetching }, create] = useMutation(NewPersonMutation);
  const told = useTold();
  const send = async () => {
    const { data, error } = await create({ name: name.trim() });
    const person = told(data?.createSpeakerProfile, error);
    if (person) navigate(paths.person(person.id));
  };
  return (
    <>
      <Button leftSection={<IconUserPlus size={17} stroke={1.75} />} onClick={open}>
        {t('newPerson.action')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={t('newPerson.action')}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <Stack gap="md">
            <Text size="sm">{t('newPerson.body')}</Text>
            <TextInput
              label={t('person.name')}
              required
              maxLength={100}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              data-autofocus
            />
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {t('common:cancel')}
              </Button>
              <Button type="submit" loading={fetching} disabled={!name.trim()}>
                {t('newPerson.create')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
