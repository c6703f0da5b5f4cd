import { newId } from '@colloquy/subgraph';
import { resultOf, type RunningService } from './running-service.ts';

export interface Identified {
  code?: string;
  id: string;
  name: string | null;
  displayName: string;
  profile: { id: string; name: string } | null;
  identification: {
    outcome: string;
    confidence: number;
    similarity: number | null;
    model: string | null;
    draft: boolean;
    decidedBy: string | null;
    profile: { id: string } | null;
  } | null;
}

export const IDENTIFIED = `id name displayName profile { id name }
  identification { outcome confidence similarity model draft decidedBy profile { id } }`;

export const MODEL = 'speaker-96';

/** A voice of its own: people of different numbers are at right angles, `off` brings one nearer to its neighbour. */
export function voice(person: number, off = 0, dimensions = 96): number[] {
  const vector = new Array<number>(dimensions).fill(0);
  vector[person] = Math.sqrt(1 - off * off);
  vector[person + 1] = off;
  return vector;
}

/** A recording in which the people speak in turn, each with their vector. */
export async function recordingOf(
  service: RunningService,
  vectors: readonly (number[] | null)[],
  { recordingId = newId(), speechMs = 20_000, model = MODEL } = {},
): Promise<{ recordingId: string; speakers: () => Promise<Identified[]> }> {
  const labels = vectors.map((_, position) => `SPEAKER_0${position}`);
  const lines = labels.map((label): [string, string] => [label, `This is what ${label} says.`]);
  const document = resultOf([...lines, ...lines], { recordingId });
  await service.transcribed({
    ...document,
    speakers: labels.map((label, position) => {
      const vector = vectors[position];
      return { label, name: null, embedding: vector ? { model, vector, speechMs } : null };
    }),
  });
  const speakers = async () => {
    const found = await service.transcript<{ speakers: Identified[] }>(
      recordingId,
      `speakers { ${IDENTIFIED} }`,
    );
    return found?.speakers ?? [];
  };
  return { recordingId, speakers };
}

export async function switchProfiles(
  service: RunningService,
  enabled: boolean,
  about: { reason?: string; deleteProfiles?: boolean } = { reason: 'Everybody here has agreed in writing.' },
): Promise<Record<string, unknown>> {
  const { setVoiceProfiles } = await service.graph.query<{ setVoiceProfiles: Record<string, unknown> }>(
    `mutation ($input: SetVoiceProfilesInput!) { setVoiceProfiles(input: $input) {
       ... on VoiceProfileSettings { enabled reason changedBy changedAt } ... on Problem { code } } }`,
    { input: { enabled, ...about } },
  );
  return setVoiceProfiles;
}

export interface Profile {
  code?: string;
  id: string;
  name: string;
  sampleCount: number;
  speechMs: number;
  recordingCount: number;
  speakers: { totalCount: number };
  samples: {
    id: string;
    origin: string;
    similarity: number | null;
    outlier: boolean;
    model: string | null;
    pending: boolean;
    problem: { code: string } | null;
    speechMs: number;
    intervals: { startMs: number; endMs: number }[];
    recording: { id: string } | null;
  }[];
  enrolments: { problem: { code: string } | null }[];
  health: { state: string; spread: number | null; outlierCount: number };
  history: { edges: { node: { id: string; kind: string; undone: boolean; author: string } }[] };
}

const PROFILE = `id name sampleCount speechMs recordingCount speakers { totalCount } health { state spread outlierCount }
  enrolments { problem { code } }
  samples { id origin similarity outlier model pending problem { code } speechMs intervals { startMs endMs } recording { id } }
  history { edges { node { id kind undone author } } }`;

/** A mutation that answers a profile or a problem. */
export async function change(service: RunningService, mutation: string): Promise<Profile> {
  const { done } = await service.graph.query<{ done: Profile }>(
    `mutation { done: ${mutation} { ... on SpeakerProfile { ${PROFILE} } ... on Problem { code } } }`,
  );
  return done;
}

/** Somebody who speaks in a recording of their own, and is known by it. */
export async function person(service: RunningService, name: string, vector: number[]) {
  const recording = await recordingOf(service, [vector]);
  const [speaker] = await recording.speakers();
  const profile = await change(
    service,
    `createSpeakerProfile(input: { name: "${name}", speakerId: "${speaker?.id}" })`,
  );
  return { ...recording, profile, heard: async () => (await recording.speakers())[0] };
}

/** A mutation that answers a speaker or a problem. */
export async function identify(service: RunningService, mutation: string): Promise<Identified> {
  const { done } = await service.graph.query<{ done: Identified }>(
    `mutation { done: ${mutation} { ... on Speaker { ${IDENTIFIED} } ... on Problem { code } } }`,
  );
  return done;
}

export async function profileNow(service: RunningService, id: string): Promise<Profile | null> {
  const { speakerProfile } = await service.graph.query<{ speakerProfile: Profile | null }>(
    `query ($id: ID!) { speakerProfile(id: $id) { ${PROFILE} } }`,
    { id },
  );
  return speakerProfile;
}

/** Speech of a profile that does not count because somebody else is said to speak there. */
export async function outdatedSamples(service: RunningService, id: string): Promise<unknown[]> {
  const { speakerProfile } = await service.graph.query<{ speakerProfile: { outdatedSamples: unknown[] } }>(
    'query ($id: ID!) { speakerProfile(id: $id) { outdatedSamples { pending recording { id } } } }',
    { id },
  );
  return speakerProfile.outdatedSamples;
}

/** Takes back the latest change of a profile. @returns the problem's code, or nothing */
export async function undoLast(service: RunningService, profileId: string): Promise<string | undefined> {
  const profile = await profileNow(service, profileId);
  return undoChange(service, profile?.history.edges[0]?.node.id);
}

/** Takes back a change of a profile. @returns the problem's code, or nothing */
export async function undoChange(
  service: RunningService,
  changeId: string | undefined,
): Promise<string | undefined> {
  const { done } = await service.graph.query<{ done: { code?: string } }>(
    `mutation ($id: ID!) { done: undoSpeakerProfileChange(changeId: $id) {
       ... on UndoneSpeakerProfileChange { id } ... on Problem { code } } }`,
    { id: changeId ?? '' },
  );
  return done.code;
}
