import { resultOf, SPEAKERS, type RunningService, type SpeakerShape } from './running-service.ts';

export interface Row {
  id: string;
  text: string;
  version: number;
  startMs: number;
  endMs: number;
  edited: boolean;
  speaker: { id: string; displayName: string };
  words: { text: string; startMs: number; endMs: number; confidence: number | null }[];
}
export interface Made {
  code?: string;
  message?: string;
  id: string;
  version: number;
  kind: string;
  undone: boolean;
}

export const LINES: [string, string][] = [
  ['SPEAKER_00', 'How much is the machine?'],
  ['SPEAKER_01', 'It is forty a month. And what else?'],
  ['SPEAKER_00', 'We take it.'],
  ['SPEAKER_01', 'The machine is yours.'],
];

/** A transcript of those lines and ways to read and correct it. */
export async function open(service: RunningService, lines = LINES, document = resultOf(lines)) {
  const { recordingId } = document;
  await service.transcribed(document);
  const rows = async (): Promise<Row[]> => {
    const found = await service.transcript<{ segments: { edges: { node: Row }[] } }>(
      recordingId,
      `segments(first: 1000) { edges { node {
         id text version startMs endMs edited speaker { id displayName } words { text startMs endMs confidence } } } }`,
    );
    return (found?.segments.edges ?? []).map(({ node }) => node);
  };
  const speakers = async () =>
    (await service.transcript<{ speakers: SpeakerShape[] }>(recordingId, SPEAKERS))?.speakers ?? [];
  const told = async () => (await rows()).map(({ speaker, text }) => `${speaker.displayName}: ${text}`);
  const seen = async (...positions: number[]) => {
    const all = await rows();
    return positions.map((at) => ({ segmentId: all[at]?.id, expectedVersion: all[at]?.version }));
  };
  return { recordingId, rows, speakers, told, seen };
}

export async function correct(
  service: RunningService,
  mutation: string,
  type: string,
  input: object,
): Promise<Made | null> {
  const answer = await service.graph.query<Record<string, Made | null>>(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) {
       ... on Correction { id version kind undone } ... on Problem { code message } } }`,
    { input },
  );
  return answer[mutation] ?? null;
}

export async function undo(service: RunningService, correctionId: string | undefined): Promise<Made> {
  const { undoCorrection } = await service.graph.query<{ undoCorrection: Made }>(
    `mutation ($id: ID!) { undoCorrection(correctionId: $id) {
       ... on Correction { id version kind undone } ... on Problem { code message } } }`,
    { id: correctionId },
  );
  return undoCorrection;
}

/** The latest first. */
export async function correctionsOf(service: RunningService, recordingId: string): Promise<Made[]> {
  const found = await service.transcript<{ corrections: { edges: { node: Made }[] } }>(
    recordingId,
    'corrections { edges { node { id kind undone version } } }',
  );
  return (found?.corrections.edges ?? []).map(({ node }) => node);
}
