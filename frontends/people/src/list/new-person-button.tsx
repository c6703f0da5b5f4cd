import { Button, confirm, IconUserPlus, NameDialog, told, useDisclosure } from '@colloquy/ui';
import { navigate, paths, useMessages } from '@colloquy/web-kit';
import { useMutation } from 'urql';
import { LONGEST_NAME } from '../person/person-name.tsx';
import { NewPersonMutation } from './people.operations.ts';
import { useNamesake } from './use-namesake.ts';

/** Makes a person of whom nothing is heard yet; a clip can be given on their page. */
export function NewPersonButton() {
  const { t } = useMessages('people');
  const [opened, { open, close }] = useDisclosure(false);
  const [, create] = useMutation(NewPersonMutation);
  const namesake = useNamesake();
  const isMeant = async (name: string): Promise<boolean> => {
    const other = await namesake(name);
    if (!other) return true;
    return confirm({
      title: t('newPerson.namesakeTitle', { name: other.name }),
      body: t('newPerson.namesakeBody', { name: other.name }),
      confirm: t('newPerson.namesake'),
      cancel: t('common:cancel'),
    });
  };
  return (
    <>
      <Button leftSection={<IconUserPlus size={17} stroke={1.75} />} onClick={open}>
        {t('newPerson.action')}
      </Button>
      <NameDialog
        opened={opened}
        title={t('newPerson.action')}
        body={t('newPerson.body')}
        label={t('person.name')}
        action={t('newPerson.create')}
        maxLength={LONGEST_NAME}
        onClose={close}
        onName={async (name) => {
          if (!(await isMeant(name))) return false;
          const { data, error } = await create({ name });
          const person = told(data?.createSpeakerProfile, error);
          if (person) navigate(paths.person(person.id));
          return person !== null;
        }}
      />
    </>
  );
}
