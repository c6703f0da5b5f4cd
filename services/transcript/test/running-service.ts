import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  recordingChanged,
  recordingDeleted,
  recordingTranscribed,
  transcriptChanged,
  type EventDefinition,
  type EventPayload,
  type TranscriptionResult,
} from '@colloquy/contracts';
import { openLocalFolder, type Storage } from '@colloquy/storage';
import { createDataSource, inTransaction, LOCAL_WORKSPACE_ID, newId, startPlatform, type Platform } from '@colloquy/subgraph';
import { disposableDatabase, eventually, GraphClient } from '@colloquy/testkit';
import { startTranscript } from '../src/start.ts';

export type Change = EventPayload<typeof transcriptChanged>;
type Spoken = [speaker: string, text: string];

/** The transcript service on a database of its own, and beside it who publishes to it and hears from it. */
export class RunningService {
  readonly changes: Change[] = [];

  private constructor(
    readonly url: string,
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
    const service = await startTranscript(env, (key) => storage.open(key));
    const ingest = await startPlatform({
      name: 'ingest',
      env,
      dataSource: createDataSource({ url: database.url, schema: 'ingest', entities: [], migrations: [] }),
      consumes: [transcriptChanged],
      publishes: [recordingChanged, recordingDeleted, recordingTranscribed],
    });
    const graph = new GraphClient(`${service.url}/graphql`);
    const running = new RunningService(service.url, graph, storage, ingest, async () => {
      await graph.close();
      await ingest.close();
      await service.stop();
      await database.drop();
      await rm(data, { recursive: true, force: true });
    });
    ingest.jobs.subscribe(transcriptChanged, async (change) => void running.changes.push(change));
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
    await this.publish(recordingTranscribed, { workspaceId: LOCAL_WORKSPACE_ID, recordingId, runId, resultKey });
  }

  /** The transcript of a recording, as the gateway would ask for it. */
  async transcript<T>(recordingId: string, fields: string): Promise<T | null> {
    const { _entities } = await this.graph.query<{ _entities: [{ transcript: T | null } | null] }>(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Recording { transcript { ${fields} } } } }`,
      { of: [{ __typename: 'Recording', id: recordingId }] },
    );
    return _entities[0]?.transcript ?? null;
  }
}

/** A result in which each line takes a second and each word its share of it. */
export function resultOf(lines: readonly Spoken[], about: Partial<TranscriptionResult> = {}): TranscriptionResult {
  const segments = lines.map(([speaker, text], index) => {
    const tokens = text.split(' ');
    const at = (word: number): number => index * 1000 + Math.round((word * 900) / tokens.length);
    const words = tokens.map((token, i) => ({ text: token, startMs: at(i), endMs: at(i + 1), confidence: 0.9 }));
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
