import { Modal, Text } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { PersonChoice } from './person-choice.tsx';
import { useEnrolment } from './use-identity.ts';

interface AddToPersonDialogProps {
  readonly segmentIds: readonly string[];
  readonly opened: boolean;
  onClose(): void;
  onAdded(): void;
}

/** Asks whose voice is to be known by some segments, whoever they are given to in the transcript. */
export function AddToPersonDialog({ segmentIds, opened, onClose, onAdded }: AddToPersonDialogProps) {
  const { t } = useMessages('transcript');
  const { busy, enrol, enrolNew } = useEnrolment();
  const finish = async (done: Promise<boolean>) => {
    if (!(await done)) return;
    onClose();
    onAdded();
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('choice.whose', { count: segmentIds.length })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Text size="sm" mb="sm">
        {t('choice.whoseBody')}
      </Text>
      <PersonChoice
        busy={busy}
        onKnown={(person) => void finish(enrol(person, [...segmentIds]))}
        onNew={(name) => void finish(enrolNew(name, [...segmentIds]))}
      />
    </Modal>
  );
}
