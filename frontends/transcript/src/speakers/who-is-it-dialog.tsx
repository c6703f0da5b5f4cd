import { Alert, Modal } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { useState } from 'react';
import { HearSpeaker } from './hear-speaker.tsx';
import { PersonChoice } from './person-choice.tsx';
import type { SpeakerCard } from './speaker-card.ts';
import { useIdentity } from './use-identity.ts';

interface WhoIsItProps {
  readonly speaker: SpeakerCard;
  onClose(): void;
}

/** Tells which person a speaker is: somebody known, or somebody new. */
export function WhoIsItDialog({ opened, ...question }: WhoIsItProps & { readonly opened: boolean }) {
  const { t } = useMessages('transcript');
  const { speaker, onClose } = question;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t(speaker.profile ? 'identity.whoElse' : 'identity.whoIs', { name: speaker.displayName })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <WhoIsIt {...question} />
    </Modal>
  );
}

function WhoIsIt({ speaker, onClose }: WhoIsItProps) {
  const { t } = useMessages('transcript');
  // As they were when it was asked; null once it was told that they were changed since.
  const [seen, setSeen] = useState<SpeakerCard | null>(speaker);
  const [conflict, setConflict] = useState<string | null>(null);
  const identity = useIdentity(seen ?? speaker, (why) => {
    setSeen(null);
    setConflict(why);
  });
  const finish = async (done: Promise<boolean>) => {
    if (await done) onClose();
  };
  return (
    <>
      <HearSpeaker speaker={speaker} hint={t('identity.hearHint')} />
      {conflict && (
        <Alert color="yellow" role="alert" mb="sm">
          {conflict}
        </Alert>
      )}
      <PersonChoice
        suggested={speaker.profile ? '' : (speaker.name ?? '')}
        except={speaker.profile?.id}
        busy={identity.busy}
        onKnown={({ id }) => void finish(identity.is(id))}
        onNew={(name) => void finish(identity.isNew(name))}
      />
    </>
  );
}
