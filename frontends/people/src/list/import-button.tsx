import { Button, FileButton, IconFileImport, toast, told } from '@colloquy/ui';
import { navigate, paths, useMessages } from '@colloquy/web-kit';
import { useMutation } from 'urql';
import { ImportPersonMutation } from './people.operations.ts';
import { useNamesake } from './use-namesake.ts';

const LARGEST_BYTES = 10_000_000;

/** Takes in a person who was exported here or elsewhere. */
export function ImportButton() {
  const { t } = useMessages('people');
  const [{ fetching }, send] = useMutation(ImportPersonMutation);
  const namesake = useNamesake();
  const take = async (file: File | null) => {
    if (!file) return;
    if (file.size > LARGEST_BYTES) return toast.failed({ message: t('import.tooLarge') });
    const { data, error } = await send({ document: await file.text() });
    const person = told(data?.importSpeakerProfile, error);
    if (!person) return;
    const isTwice = (await namesake(person.name, person.id)) !== null;
    toast.done({ message: t(isTwice ? 'import.namesake' : 'import.done', { name: person.name }) });
    navigate(paths.person(person.id));
  };
  return (
    <FileButton accept="application/json,.json" onChange={(file) => void take(file)}>
      {(props) => (
        <Button
          {...props}
          variant="default"
          loading={fetching}
          leftSection={<IconFileImport size={17} stroke={1.75} />}
        >
          {t('import.action')}
        </Button>
      )}
    </FileButton>
  );
}
