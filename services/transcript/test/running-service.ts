import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  collectionChanged,
  collectionDeleted,
  recordingChanged,
  recordingDeleted,
  recordingTranscribed,
  speakerIdentified,
  transcriptApplied,
  transcriptChanged,
  transcriptImportFailed,
  type EventDefinition,
  type EventPayload,
  type TranscriptionResult,
} from '@colloquy/contracts';
import { openLocalFolder, type Storage } from '@colloquy/storage';
import {
  createDataSource,
  inTransaction,
  LOCAL_WORKSPACE_ID,
  newId,
  startPlatform,
  type Platform,
} from '@colloquy/subgraph';
import { disposableDatabase, eventually, GraphClient } from '@colloquy/testkit';
import { startTranscript } from '../src/start.ts';

export type Change = EventPayload<typeof transcriptChanged>;
type Spoken = [speaker: string, text: string];

export interface Page {
  segments: {
    totalCount: number;
    edges: { cursor: string; node: { id: string; text: string; version: number } }[];
  };
}
export interface SpeakerShape {
  id: string;
  label: string;
  name: string | null;
  displayName: string;
  suggestedRole: string | null;
  share: number;
  talkTimeMs: number;
  segmentCount: number;
  color: string;
}

/** The transcript service on a database of its own, and beside it who publishes to it and hears from it. */
export class RunningService {
  readonly changes: Change[] = [];
  readonly failures: EventPayload<typeof transcriptImportFailed>[] = [];
  readonly identified: EventPayload<typeof speakerIdentified>[] = [];
  /** How many of the next imports lose their document half-way. */
  interruptions = 0;
  /** Changes of recordings so far. */
  private told = 0;

  private constructor(
    readonly url: string,
    readonly databaseUrl: string,
    readonly graph: GraphClient,
    readonly storage: Storage,
    readonly ingest: Platform,
    readonly stop: () => Promise<void>,
  ) {}

  static async start(): Promise<RunningService> {
    const database = await disposableDatabase();
    const data = await mkdtemp(join(tmpdir(), 'colloquy-transcript-'));
    const env = {
      NODE_ENV: 'test' as const,
      HOST: '127.0.0.1',
      PORT: 0,
      DATABASE_URL: database.url,
      COLLOQUY_DATA: data,
      LOG_LEVEL: 'silent' as const,
      GRAPH_URL: 'http://127.0.0.1:1/graphql',
    };
    const storage = await openLocalFolder(join(data, 'storage'));
    let running: RunningService | undefined;
    // An import opens its document three times; the third time is the one that writes.
    let opened = 0;
    const service = await startTranscript(env, async (key) => {
      opened += 1;
      const document = await storage.open(key);
      if (!running?.interruptions || opened % 3 !== 0) return document;
      running.interruptions -= 1;
      return cutOff(document);
    });
    const ingest = await startPlatform({
      name: 'ingest',
      env,
      dataSource: createDataSource({ url: database.url, schema: 'ingest', entities: [], migrations: [] }),
      consumes: [transcriptChanged, transcriptImportFailed, speakerIdentified],
      publishes: [
        recordingChanged,
        recordingDeleted,
        recordingTranscribed,
        transcriptApplied,
        collectionChanged,
        collectionDeleted,
      ],
    });
    const graph = new GraphClient(`${service.url}/graphql`);
    running = new RunningService(service.url, database.url, graph, storage, ingest, async () => {
      await graph.close();
      await ingest.close();
      await service.stop();
      await database.drop();
      await rm(data, { recursive: true, force: true });
    });
    const { changes, failures, identified } = running;
    ingest.jobs.subscribe(transcriptChanged, async (change) => void changes.push(change));
    ingest.jobs.subscribe(transcriptImportFailed, async (failure) => void failures.push(failure));
    ingest.jobs.subscribe(speakerIdentified, async (found) => void identified.push(found));
    await ingest.jobs.start();
    return running;
  }

  publish<E extends EventDefinition>(event: E, payload: EventPayload<E>): Promise<void> {
    return inTransaction(this.ingest.dataSource, (tx) => this.ingest.jobs.publish(tx, event, payload));
  }

  async tell(recordingId: string, about: Partial<EventPayload<typeof recordingChanged>> = {}): Promise<void> {
    await this.publish(recordingChanged, {
      workspaceId: LOCAL_WORKSPACE_ID,
      recordingId,
      version: (this.told += 1),
      title: 'Call',
      language: 'en',
      recordedAt: null,
      createdAt: '2026-01-01T00:00:00.000Z',
      durationMs: null,
      hidden: false,
      ...about,
    });
  }

  /** Stores a result and waits until it is the current transcript. @returns the change it was announced with. */
  async transcribed(document: TranscriptionResult): Promise<Change> {
    await this.hand(document);
    return eventually(() => this.changes.find(({ runId }) => runId === document.runId));
  }

  async hand(document: TranscriptionResult): Promise<void> {
    const { recordingId, runId } = document;
    const resultKey = `recordings/${recordingId}/result-${runId}.json`;
    await this.storage.put(resultKey, JSON.stringify(document));
    await this.publish(recordingTranscribed, {
      workspaceId: LOCAL_WORKSPACE_ID,
      recordingId,
      runId,
      resultKey,
    });
  }

  /** The transcript of a recording, as the gateway would ask for it. */
  async transcript<T>(recordingId: string, fields: string): Promise<T | null> {
    const { _entities } = await this.graph.query<{ _entities: [{ transcript: T | null } | null] }>(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Recording { transcript { ${fields} } } } }`,
      { of: [{ __typename: 'Recording', id: recordingId }] },
    );
    return _entities[0]?.transcript ?? null;
  }

  /** @returns the speaker or the problem. */
  async rename(speakerId: string, name: string | null): Promise<Record<string, unknown>> {
    const { renameSpeaker } = await this.graph.query<{ renameSpeaker: Record<string, unknown> }>(
      `mutation ($input: RenameSpeakerInput!) { renameSpeaker(input: $input) {
         ... on Speaker { id name displayName } ... on Problem { code message } } }`,
      { input: { speakerId, name } },
    );
    return renameSpeaker;
  }

  /** @returns the segment or the problem. */
  async edit(
    segmentId: string,
    text: string,
    expectedVersion: number,
    continues?: string,
  ): Promise<Record<string, unknown>> {
    const { editSegmentText } = await this.graph.query<{ editSegmentText: Record<string, unknown> }>(
      `mutation ($input: EditSegmentTextInput!) { editSegmentText(input: $input) {
         ... on Segment { id text version edited words { text startMs endMs confidence } } ... on Problem { code message troubleshooting } } }`,
      { input: { segmentId, text, expectedVersion, continues } },
    );
    return editSegmentText;
  }
}

async function* cutOff(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    yield chunk;
    throw new Error('the storage has gone away');
  }
}

/** A result in which each line takes a second and each word its share of it. */
export function resultOf(
  lines: readonly Spoken[],
  about: Partial<TranscriptionResult> = {},
): TranscriptionResult {
  const segments = lines.map(([speaker, text], index) => {
    const tokens = text.split(' ');
    const at = (word: number): number => index * 1000 + Math.round((word * 900) / tokens.length);
    const words = tokens.map((token, i) => ({
      text: token,
      startMs: at(i),
      endMs: at(i + 1),
      confidence: 0.9,
    }));
    return { speaker, text, startMs: index * 1000, endMs: index * 1000 + 900, words };
  });
  const labels = [...new Set(lines.map(([speaker]) => speaker))];
  return {
    formatVersion: 1,
    recordingId: newId(),
    runId: newId(),
    language: 'en',
    durationMs: lines.length * 1000,
    speakers: labels.map((label) => ({ label, name: null, embedding: null })),
    segments,
    turns: segments.map(({ startMs, endMs, speaker }) => ({ startMs, endMs, speaker })),
    engines: [],
    ...about,
  };
}

/** Two people, four lines. */
export const call = () =>
  resultOf([
    ['SPEAKER_00', 'What does it cost?'],
    ['SPEAKER_01', 'Forty a month.'],
    ['SPEAKER_00', 'And per year?'],
    ['SPEAKER_01', 'Four hundred for the annual plan.'],
  ]);

/** The fields of SpeakerShape. */
export const SPEAKERS =
  'id version speakers { id label name displayName suggestedRole share talkTimeMs segmentCount color }';
