import { toast, told, type RenamedPerson } from '@colloquy/ui';
import { navigate, paths, useMessages } from '@colloquy/web-kit';
import { useClient, useMutation, useQuery, useSubscription } from 'urql';
import { useSession } from '../session/transcript-session.ts';
import {
  EnrolSegmentsMutation,
  IdentifySpeakerMutation,
  KnowVoiceMutation,
  LastPersonChangeQuery,
  NotKnownMutation,
  SpeakersIdentifiedSubscription,
  VoiceProfilesOnQuery,
} from './identity.operations.ts';
import type { KnownPerson, SpeakerCard } from './speaker-card.ts';

/** Whether voices are recognised in this workspace. */
export function useVoicesRecognised(): boolean {
  const [{ data }] = useQuery({ query: VoiceProfilesOnQuery });
  return data?.voiceProfileSettings.enabled ?? false;
}

/** Takes in who the speakers are found to be while they are shown; the cache hands it to them. */
export function useIdentified(recordingId: string): void {
  const pause = !useVoicesRecognised();
  useSubscription({ query: SpeakersIdentifiedSubscription, variables: { recordingId }, pause });
}

/** What came of telling; where it could not be told, with why. */
interface Answer {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly recovery?: readonly string[];
}

/**
 * Telling who a speaker is; each gives whether it could be told, and can be undone in this window.
 * @param onConflict is told that somebody else has changed the speaker since; else a toast says it
 */
export function useIdentity(
  { id: speakerId, version: expectedVersion }: Pick<SpeakerCard, 'id' | 'version'>,
  onConflict?: (why: string) => void,
) {
  const { t } = useMessages('transcript');
  const [knowing, know] = useMutation(KnowVoiceMutation);
  const [identifying, identify] = useMutation(IdentifySpeakerMutation);
  const [denying, deny] = useMutation(NotKnownMutation);
  const { corrections } = useSession();
  const did = (correction: { id: string } | null | undefined) => {
    if (correction) corrections.did(correction.id);
  };
  const isConflict = (answer: Answer | null | undefined): boolean => {
    if (!onConflict || answer?.code !== 'SPEAKER_EDIT_CONFLICT') return false;
    onConflict([answer.message, ...(answer.recovery ?? [])].join(' '));
    return true;
  };
  return {
    busy: knowing.fetching || identifying.fetching || denying.fetching,
    /** They are somebody who was not known before. */
    isNew: async (name: string) => {
      const { data, error } = await know({ input: { name, speakerId, expectedVersion } });
      if (isConflict(data?.createSpeakerProfile)) return false;
      const profile = told(data?.createSpeakerProfile, error);
      if (!profile) return false;
      const { correction } = profile.history.edges[0]?.node ?? {};
      if (correction) corrections.didMakePerson(correction.id);
      toast.done({ message: t('identity.known', { name: profile.name }) });
      return true;
    },
    is: async (profileId: string) => {
      const { data, error } = await identify({ speakerId, profileId, expectedVersion });
      if (isConflict(data?.identified)) return false;
      const speaker = told(data?.identified, error);
      did(speaker?.lastCorrection);
      return speaker !== null;
    },
    isNot: async () => {
      const { data, error } = await deny({ speakerId });
      const speaker = told(data?.identified, error);
      did(speaker?.lastCorrection);
      return speaker !== null;
    },
    /** The known person whom they are is called otherwise in every recording. */
    isRenamed: ({ changeId, before, after }: RenamedPerson) => {
      const undo = { label: t('common:undo'), onAction: () => void corrections.undoTold(tell) };
      const tell = (isAgain: boolean) =>
        toast.done({
          id: `renamed-${changeId}`,
          message: t(`common:renamePerson.${isAgain ? 'done' : 'takenBack'}`, { before, after }),
          ...(isAgain && { action: undo }),
        });
      corrections.didChangePerson(changeId, tell);
      tell(true);
    },
  };
}

interface Enrolled extends Pick<KnownPerson, 'id' | 'name'> {
  readonly history: { readonly edges: readonly { readonly node: { readonly id: string } }[] };
}

/** Lets a person's voice be known by what is said in segments, which are listened to first; undone in this window. */
export function useEnrolment() {
  const { t } = useMessages('transcript');
  const [enrolling, enrol] = useMutation(EnrolSegmentsMutation);
  const [knowing, know] = useMutation(KnowVoiceMutation);
  const client = useClient();
  const { corrections } = useSession();
  const lastChangeOf = async (id: string) => {
    const { data } = await client.query(LastPersonChangeQuery, { id }, { requestPolicy: 'network-only' });
    return data?.speakerProfile?.history.edges[0]?.node.id;
  };
  const done = (person: Enrolled | null, changeBefore?: string) => {
    if (!person) return false;
    const { id: personId, name, history } = person;
    const change = history.edges[0]?.node;
    const open = { label: t('identity.open'), onAction: () => navigate(paths.person(personId)) };
    if (change && change.id === changeBefore) {
      toast.done({ message: t('identity.knownAlready', { name }), action: open });
      return true;
    }
    const tell = (isSo: boolean) =>
      toast.done({
        ...(change && { id: `enrolled-${change.id}` }),
        message: t(`identity.${isSo ? 'enrolled' : 'notEnrolled'}`, { name }),
        ...(isSo && { action: open }),
      });
    tell(true);
    if (change) corrections.didChangePerson(change.id, tell);
    return true;
  };
  return {
    busy: enrolling.fetching || knowing.fetching,
    enrol: async ({ id: profileId }: Pick<KnownPerson, 'id'>, segmentIds: string[]) => {
      const before = await lastChangeOf(profileId);
      const { data, error } = await enrol({ profileId, segmentIds });
      return done(told(data?.enrolSegments, error), before);
    },
    enrolNew: async (name: string, segmentIds: string[]) => {
      const { data, error } = await know({ input: { name, segmentIds } });
      return done(told(data?.createSpeakerProfile, error));
    },
  };
}
