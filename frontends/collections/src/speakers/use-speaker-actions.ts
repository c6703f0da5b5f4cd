import { toast, told } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { useMutation } from 'urql';
import {
  MergeCollectionSpeakersMutation,
  RejectHereMutation,
  SeparateCollectionSpeakerMutation,
} from './speakers.operations.ts';

/** What a person can say about who is who; the subscription shows what came of it. */
export function useSpeakerActions(collectionId: string) {
  const { t } = useMessages('collections');
  const [, merge] = useMutation(MergeCollectionSpeakersMutation);
  const [, separate] = useMutation(SeparateCollectionSpeakerMutation);
  const [, reject] = useMutation(RejectHereMutation);
  const done = (worked: boolean) => {
    if (worked) toast.done({ message: t('speakers.changed') });
    return worked;
  };
  return {
    merge: async (speakerId: string, intoSpeakerId: string) => {
      const { data, error } = await merge({ input: { collectionId, speakerId, intoSpeakerId } });
      return done(told(data?.mergeCollectionSpeakers, error) !== null);
    },
    separate: async (speakerId: string) => {
      const { data, error } = await separate({ input: { collectionId, speakerId } });
      return done(told(data?.separateCollectionSpeaker, error) !== null);
    },
    correct: async (speakerId: string, name: string) => {
      const { data, error } = await reject({ speakerId });
      if (told(data?.rejectIdentification, error)) toast.done({ message: t('speakers.corrected', { name }) });
    },
  };
}
