import { collectionChanged, type EventPayload } from '@colloquy/contracts';
import { createContext, LOCAL_WORKSPACE_ID, newId } from '@colloquy/subgraph';
import { eventually } from '@colloquy/testkit';
import { resultOf, type RunningService } from './running-service.ts';

export interface StatisticsShape {
  talkTimeMs: number;
  share: number;
  turns: number;
  words: number;
  wordsPerMinute: number | null;
  longestMonologueMs: number;
  overlapMs: number;
  interruptions: number;
}
export interface PersonShape {
  id: string;
  name: string | null;
  displayName: string;
  color: string;
  statistics: StatisticsShape;
  appearances: {
    speakerId: string;
    deniedName: string | null;
    recording: { id: string };
    statistics: StatisticsShape;
    match: { reason: string; similarity: number | null; threshold: number | null; embedder: string | null };
  }[];
}

const STATISTICS = 'talkTimeMs share turns words wordsPerMinute longestMonologueMs overlapMs interruptions';
const SPEAKERS = `speakers { id name displayName color statistics { ${STATISTICS} }
  appearances { speakerId deniedName recording { id } statistics { ${STATISTICS} } match { reason similarity threshold embedder } } }`;

/** Two people, one sentence each, with voices at these angles. */
export const clip = (anna: number | null, ben: number | null, recordingId = newId()) =>
  resultOf(
    [
      ['SPEAKER_00', 'Good morning to you'],
      ['SPEAKER_01', 'Hello'],
      ['SPEAKER_01', 'and welcome'],
    ],
    {
      recordingId,
      speakers: [
        { label: 'SPEAKER_00', name: null, embedding: voiceAt(anna) },
        { label: 'SPEAKER_01', name: null, embedding: voiceAt(ben) },
      ],
      // The second begins 300 ms before the first, who has talked for a second, ends.
      turns: [
        { speaker: 'SPEAKER_00', startMs: 0, endMs: 1_300 },
        { speaker: 'SPEAKER_01', startMs: 1_000, endMs: 2_900 },
      ],
    },
  );

const voiceAt = (degrees: number | null) =>
  degrees === null
    ? null
    : {
        model: 'speaker-96',
        vector: [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)],
        speechMs: 5_000,
      };

interface Renamed {
  code?: string;
  message?: string;
  corrections: { id: string }[];
}

/** A collection of recordings as ingest tells of it, and ways to read it. */
export class Collected {
  readonly id = newId();
  private version = 0;

  constructor(
    private readonly service: RunningService,
    public recordingIds: string[],
    readonly ownerId = createContext({ child: () => undefined } as never, undefined).viewer.id,
  ) {}

  event(): EventPayload<typeof collectionChanged> {
    const { id: collectionId, recordingIds, ownerId, version } = this;
    return {
      workspaceId: LOCAL_WORKSPACE_ID,
      collectionId,
      version,
      ownerId,
      name: 'Interviews',
      recordingIds,
    };
  }

  async tell(): Promise<void> {
    this.version += 1;
    await this.service.publish(collectionChanged, this.event());
  }

  async read<T>(fields: string): Promise<T | null> {
    const { _entities } = await this.service.graph.query<{ _entities: [T | null] }>(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Collection { ${fields} } } }`,
      { of: [{ __typename: 'Collection', id: this.id }] },
    );
    return _entities[0];
  }

  async people(): Promise<PersonShape[]> {
    return (await this.read<{ speakers: PersonShape[] }>(SPEAKERS))?.speakers ?? [];
  }

  /** The places of the recordings in which each person speaks. */
  async groups(): Promise<string[]> {
    return (await this.people()).map(({ appearances }) =>
      appearances.map(({ recording }) => this.recordingIds.indexOf(recording.id)).join(' '),
    );
  }

  /** Waits until so many people are told apart. */
  tellsApart(count: number): Promise<PersonShape[]> {
    return eventually(async () => {
      const people = await this.people();
      return people.length === count ? people : null;
    });
  }

  async change(mutation: string, type: string, input: object): Promise<{ code?: string; message?: string }> {
    const answer = await this.service.graph.query<Record<string, { code?: string; message?: string }>>(
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { ... on Collection { id } ... on Problem { code message } } }`,
      { input: { collectionId: this.id, ...input } },
    );
    return answer[mutation] ?? {};
  }

  merge = (speakerId?: string, intoSpeakerId?: string) =>
    this.change('mergeCollectionSpeakers', 'MergeCollectionSpeakersInput', { speakerId, intoSpeakerId });
  separate = (speakerId?: string) =>
    this.change('separateCollectionSpeaker', 'SeparateCollectionSpeakerInput', { speakerId });
  rename = (speakerId: string | undefined, name: string | null) =>
    this.correct('renameCollectionSpeaker', 'RenameCollectionSpeakerInput', { speakerId, name });
  undoRename = (correctionIds: readonly string[]) =>
    this.correct('undoCollectionRename', 'UndoCollectionRenameInput', { correctionIds });

  private async correct(mutation: string, type: string, input: object): Promise<Renamed> {
    const { done } = await this.service.graph.query<{ done: Renamed }>(
      `mutation ($input: ${type}!) { done: ${mutation}(input: $input) {
         ... on RenamedCollectionSpeaker { corrections { id } } ... on Problem { code message } } }`,
      { input: { collectionId: this.id, ...input } },
    );
    return done;
  }
}

/** Two recordings in which Anna's voice is nearly the same, and Ben's is not. */
export async function collectedIn(service: RunningService): Promise<Collected> {
  const clips = [clip(0, 90), clip(10, 170)];
  for (const [i, document] of clips.entries()) {
    await service.tell(document.recordingId, { title: `Part ${i + 1}` });
    await service.transcribed(document);
  }
  const collection = new Collected(
    service,
    clips.map(({ recordingId }) => recordingId),
  );
  await collection.tell();
  await collection.tellsApart(3);
  return collection;
}
