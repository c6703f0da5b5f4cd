import type { IncomingMessage } from 'node:http';

/** Asks the graph on behalf of whoever sent the request; null where it does not answer. */
export type AskGraph = (query: string, req: IncomingMessage) => Promise<unknown>;

/** Stand in the examples for ids of what is there; without any, for words that say what belongs there. */
export const RECORDING_ID = 'COLLOQUY_RECORDING_ID';
export const SPEAKER_ID = 'COLLOQUY_SPEAKER_ID';
export const SEGMENT_ID = 'COLLOQUY_SEGMENT_ID';
export const MESSAGE_ID = 'COLLOQUY_MESSAGE_ID';
export const PROFILE_ID = 'COLLOQUY_PROFILE_ID';
export const COLLECTION_ID = 'COLLOQUY_COLLECTION_ID';

const QUERY = `{
  recordings(first: 1, filter: { statuses: [READY] }) {
    edges { node { id transcript { speakers { id } segments(first: 1) { edges { node { id } } } } } }
  }
  conversations(first: 1) { edges { node { messages { id role } } } }
  collections(first: 1) { edges { node { id } } }
}`;
/** For itself: while voices are not recognised it has no answer. */
const PROFILE_QUERY = '{ speakerProfiles(first: 1) { edges { node { id } } } }';

interface Ids {
  edges: { node: { id: string } }[];
}

interface Found {
  recordings?: {
    edges: { node: { id: string; transcript: { speakers: { id: string }[]; segments: Ids } | null } }[];
  } | null;
  conversations?: { edges: { node: { messages: { id: string; role: string }[] } }[] } | null;
  collections?: Ids | null;
}

const UUID = /^[0-9a-f-]{36}$/;

/** The newest recording with a speaker and its first segment, the latest answer, a person, the newest collection: what the examples are shown with. */
export async function findKnownIds(ask: AskGraph, req: IncomingMessage): Promise<Map<string, string>> {
  const [first, second] = await Promise.all(
    [QUERY, PROFILE_QUERY].map((query) => ask(query, req).catch(() => null)),
  );
  const found = (first ?? {}) as Found;
  const { speakerProfiles } = (second ?? {}) as { speakerProfiles?: Ids | null };
  const recording = found.recordings?.edges[0]?.node;
  const messages = found.conversations?.edges[0]?.node.messages ?? [];
  const answer = messages.findLast(({ role }) => role === 'ASSISTANT');
  // Put into a page: nothing but an id.
  const known = (id: string | undefined, otherwise: string) => (id && UUID.test(id) ? id : otherwise);
  return new Map([
    [RECORDING_ID, known(recording?.id, 'the id of a recording')],
    [SPEAKER_ID, known(recording?.transcript?.speakers[0]?.id, 'the id of a speaker')],
    [SEGMENT_ID, known(recording?.transcript?.segments.edges[0]?.node.id, 'the id of a segment')],
    [MESSAGE_ID, known(answer?.id, 'the id of an answer')],
    [PROFILE_ID, known(speakerProfiles?.edges[0]?.node.id, 'the id of a profile')],
    [COLLECTION_ID, known(found.collections?.edges[0]?.node.id, 'the id of a collection')],
  ]);
}
