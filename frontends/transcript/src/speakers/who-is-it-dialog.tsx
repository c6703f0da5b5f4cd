import { Modal } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { HearSpeaker } from './hear-speaker.tsx';
import { PersonChoice } from './person-choice.tsx';
import type { SpeakerCard } from './speaker-card.ts';
import { useIdentity } from './use-identity.ts';

interface WhoIsItDialogProps {
  readonly speaker: SpeakerCard;
  readonly opened: boolean;
  onClose(): void;
}

/** Tells which person a speaker is: somebody known, or somebody new. */
export function WhoIsItDialog({ speaker, opened, onClose }: WhoIsItDialogProps) {
  const { t } = useMessages('transcript');
  const identity = useIdentity(speaker);
  const finish = async (done: Promise<boolean>) => {
    if (await done) onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t(speaker.profile ? 'identity.whoElse' : 'identity.whoIs', { name: speaker.displayName })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <HearSpeaker speaker={speaker} hint={t('identity.hearHint')} />
      <PersonChoice
        suggested={speaker.profile ? '' : (speaker.name ?? '')}
        except={speaker.profile?.id}
        busy={identity.busy}
        onKnown={({ id }) => void finish(identity.is(id))}
        onNew={(name) => void finish(identity.isNew(name))}
      />
    </Modal>
  );
}
