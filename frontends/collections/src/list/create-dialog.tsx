import {
  Button,
  Group,
  Modal,
  ProblemAlert,
  Select,
  Stack,
  TextInput,
  type ProblemValue,
} from '@colloquy/ui';
import { navigate, paths, useMessages } from '@colloquy/web-kit';
import { useState } from 'react';
import { useMutation, type CombinedError } from 'urql';
import { CreateCollectionMutation } from '../collections.operations.ts';
import { EXPIRIES, expiryAt, type Expiry } from '../expiry.ts';

interface CreateDialogProps {
  opened: boolean;
  onClose: () => void;
}

export function CreateDialog({ opened, onClose }: CreateDialogProps) {
  const { t } = useMessages('collections');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('form.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <CreateForm onClose={onClose} />
    </Modal>
  );
}

function CreateForm({ onClose }: Pick<CreateDialogProps, 'onClose'>) {
  const { t } = useMessages('collections');
  const [name, setName] = useState('');
  const [expiry, setExpiry] = useState<Expiry>('never');
  const [problem, setProblem] = useState<ProblemValue | CombinedError | null>(null);
  const [{ fetching }, create] = useMutation(CreateCollectionMutation);
  const send = async () => {
    setProblem(null);
    const { data, error } = await create({ input: { name, expiresAt: expiryAt(expiry) } });
    const answer = data?.createCollection;
    if (answer?.__typename === 'Problem') return setProblem(answer);
    if (!answer) return setProblem(error ?? null);
    navigate(paths.collection(answer.id));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Stack gap="md">
        <TextInput
          label={t('form.name')}
          required
          maxLength={300}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        <Select
          label={t('expiry.label')}
          description={t('expiry.hint')}
          allowDeselect={false}
          data={(Object.keys(EXPIRIES) as Expiry[]).map((value) => ({ value, label: t(`expiry.${value}`) }))}
          value={expiry}
          onChange={(chosen) => setExpiry((chosen ?? 'never') as Expiry)}
        />
        {problem && <ProblemAlert problem={problem} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={fetching} disabled={!name.trim()}>
            {t('form.create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
