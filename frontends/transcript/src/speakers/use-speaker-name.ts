import { useState } from 'react';
import { useMutation } from 'urql';
import { toast } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { useSession } from '../session/transcript-session.ts';
import type { SpeakerCard } from './speaker-card.ts';
import { RenameSpeakerMutation } from './speaker.operations.ts';
import { useVoicesRecognised } from './use-identity.ts';

/** A name, and the speaker as they were when somebody began to write it; null once they know that it was changed since. */
interface Draft {
  readonly name: string;
  readonly seen: SpeakerCard | null;
}

/** What a speaker is called, written anew. @param onKnow asks who somebody is who has been named */
export function useSpeakerName(speaker: SpeakerCard, onKnow: () => void) {
  const { t } = useMessages('transcript');
  const { corrections } = useSession();
  const voicesRecognised = useVoicesRecognised();
  const [{ fetching }, rename] = useMutation(RenameSpeakerMutation);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  /** For somebody known: is it the person who is called otherwise, or is this another one? */
  const [ofPerson, setOfPerson] = useState<Draft | null>(null);

  const discard = () => {
    setDraft(null);
    setTrouble(null);
  };
  const save = (given: string, seen = draft?.seen ?? speaker) => {
    // Enter, and then the field is left: once is enough.
    if (fetching) return;
    const name = given.trim();
    const isKnown = speaker.profile !== null && name !== '';
    setTrouble(null);
    if (name !== (seen.name ?? '') && !isKnown) return void give({ name, seen });
    setDraft(null);
    if (name !== seen.name && isKnown) setOfPerson({ name, seen });
  };
  const give = async ({ name, seen }: Draft) => {
    const expectedVersion = (seen ?? speaker).version;
    const { data, error } = await rename({ input: { speakerId: speaker.id, name, expectedVersion } });
    const answer = data?.renameSpeaker;
    if (answer?.__typename === 'Speaker') {
      setDraft(null);
      if (answer.lastCorrection) corrections.did(answer.lastCorrection.id);
      if (voicesRecognised && answer.name)
        toast.done({
          message: t('identity.namedHere', { name: answer.name }),
          action: { label: t('identity.know'), onAction: onKnow },
        });
      return;
    }
    setDraft({ name, seen: answer?.code === 'SPEAKER_EDIT_CONFLICT' ? null : seen });
    setTrouble(
      answer
        ? [answer.message, ...answer.recovery].join(' ')
        : (error?.message ?? t('speakers.renameFailed')),
    );
  };
  return {
    /** Null while nobody writes. */
    name: draft?.name ?? null,
    trouble,
    saving: fetching,
    begin: () => setDraft({ name: speaker.name ?? '', seen: speaker }),
    write: (name: string) => setDraft((before) => ({ name, seen: before ? before.seen : speaker })),
    save,
    /** Whoever was told that somebody was faster has to say so to write over it. */
    leave: (name: string) => (draft && !draft.seen ? discard() : save(name)),
    discard,
    ofPerson: ofPerson && {
      name: ofPerson.name,
      isSomebodyElse: () => void give(ofPerson),
      close: () => setOfPerson(null),
    },
  };
}
