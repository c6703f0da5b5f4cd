import { NameDialog, told } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { useMutation } from 'urql';
import { LONGEST_NAME } from './person-name.tsx';
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
  const [, split] = useMutation(SplitPersonMutation);
  return (
    <NameDialog
      opened={opened}
      title={t('evidence.splitTitle')}
      body={t('evidence.splitBody', { count: sampleIds.length })}
      label={t('evidence.splitName')}
      action={t('evidence.splitAction')}
      maxLength={LONGEST_NAME}
      onClose={onClose}
      onName={async (name) => {
        const { data, error } = await split({ input: { id: profileId, sampleIds: [...sampleIds], name } });
        if (!told(data?.splitSpeakerProfile, error)) return false;
        onSplit();
        return true;
      }}
    />
  );
}
