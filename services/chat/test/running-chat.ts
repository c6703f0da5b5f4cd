import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  recordingChanged,
  recordingDeleted,
  transcriptChanged,
  type EventDefinition,
  type EventPayload,
} from '@colloquy/contracts';
import {
  createDataSource,
  inTransaction,
  LOCAL_WORKSPACE_ID,
  newId,
  startPlatform,
  type Platform,
} from '@colloquy/subgraph';
import { disposableDatabase, eventually, GraphClient, type DisposableDatabase } from '@colloquy/testkit';
import type { AnswerShape, Asked, Delta } from './answers.ts';
import { TranscriptGraph, transcriptOf } from './transcript-graph.ts';

const service = fileURLToPath(new URL('..', import.meta.url));
const root = fileURLToPath(new URL('../../..', import.meta.url));

const ANSWER = `id status text engine problem { code message recovery }
  citations { index recordingId segmentId startMs endMs quote speakerName recordingTitle }`;
const FOLLOW = `subscription ($id: ID!) { answerDelta(messageId: $id) { offset text done message { ${ANSWER} } } }`;

/** The built chat service as a process of its own, and this process in the places of ingest, transcript and gateway. */
export class RunningChat {
  url = '';
  graph!: GraphClient;
  readonly transcripts = new TranscriptGraph();
  private readonly dataDir = mkdtempSync(join(tmpdir(), 'colloquy-chat-'));
  private database!: DisposableDatabase;
  private others!: Platform;
  private main!: ChildProcess;
  private output = '';

  private constructor(readonly env: Record<string, string>) {}

  static async start(env: Record<string, string> = {}): Promise<RunningChat> {
    if (!existsSync(join(service, 'dist/main.js')))
      throw new Error('services/chat is not built: npm run build');
    const chat = new RunningChat(env);
    await chat.transcripts.open();
    chat.database = await disposableDatabase();
    await chat.startService();
    chat.others = await startPlatform({
      name: 'ingest',
      env: {
        NODE_ENV: 'test',
        DATABASE_URL: chat.database.url,
        COLLOQUY_DATA: chat.dataDir,
        LOG_LEVEL: 'silent',
        GRAPH_URL: chat.transcripts.url,
      },
      dataSource: createDataSource({
        url: chat.database.url,
        schema: 'ingest',
        entities: [],
        migrations: [],
      }),
      publishes: [recordingChanged, recordingDeleted, transcriptChanged],
    });
    return chat;
  }

  async startService(): Promise<void> {
    this.output = '';
    this.main = spawn(join(root, 'node_modules/.bin/node'), [join(service, 'dist/main.js')], {
      cwd: root,
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        LOG_LEVEL: 'info',
        COLLOQUY_DATA: this.dataDir,
        DATABASE_URL: this.database.url,
        GRAPH_URL: this.transcripts.url,
        PORT: this.url ? new URL(this.url).port : '0',
        ...this.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const listen = (data: Buffer) => (this.output += data.toString());
    this.main.stdout?.on('data', listen);
    this.main.stderr?.on('data', listen);
    const ready = () => /"url":"([^"]+)","msg":"chat is ready"/.exec(this.output)?.[1];
    this.url = await eventually(ready, 60_000).catch(() => {
      throw new Error(`chat did not start:\n${this.output}`);
    });
    this.graph ??= new GraphClient(`${this.url}/graphql`);
  }

  get log(): string {
    return this.output;
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    if (this.main.exitCode !== null || this.main.signalCode !== null) return;
    const exited = new Promise((resolve) => this.main.once('exit', resolve));
    this.main.kill(signal);
    await exited;
  }

  sql<T>(query: string, values: unknown[] = []): Promise<T[]> {
    return this.others.dataSource.query(query, values);
  }

  publish<E extends EventDefinition>(event: E, payload: EventPayload<E>): Promise<void> {
    return inTransaction(this.others.dataSource, (tx) => this.others.jobs.publish(tx, event, payload));
  }

  /** Has a recording transcribed and waits until it can be asked. @returns its id */
  async record(
    title: string,
    lines: readonly [speaker: string, text: string][],
    { workspaceId = LOCAL_WORKSPACE_ID, language = 'en' } = {},
  ): Promise<string> {
    const recordingId = newId();
    this.transcripts.transcripts.set(recordingId, transcriptOf(lines, language));
    await this.tellRecording({ workspaceId, recordingId, title, language });
    await this.changed(recordingId, workspaceId);
    return recordingId;
  }

  tellRecording(
    change: Partial<EventPayload<typeof recordingChanged>> & { recordingId: string },
  ): Promise<void> {
    return this.publish(recordingChanged, {
      workspaceId: LOCAL_WORKSPACE_ID,
      version: 1,
      title: 'Call',
      language: 'en',
      recordedAt: null,
      createdAt: new Date().toISOString(),
      durationMs: null,
      hidden: false,
      ...change,
    });
  }

  /** Tells of the transcript as it is now. @returns its version */
  async tell(recordingId: string, workspaceId = LOCAL_WORKSPACE_ID): Promise<number> {
    const transcript = this.transcripts.transcripts.get(recordingId);
    if (!transcript) throw new Error('there is no such transcript');
    const { id: transcriptId, version } = transcript;
    const change = { runId: null, reason: 'imported', segmentIds: null } as const;
    await this.publish(transcriptChanged, { workspaceId, recordingId, transcriptId, version, ...change });
    return version;
  }

  /** Waits until the service has worked off everything it was told. */
  async quiet(): Promise<void> {
    const waiting = `select name from pgboss.job where name like '%chat%' and state in ('created', 'active', 'retry')`;
    await eventually(async () => (await this.sql(waiting)).length === 0);
  }

  /** Tells of the transcript as it is now and waits until it is indexed. */
  async changed(recordingId: string, workspaceId = LOCAL_WORKSPACE_ID): Promise<void> {
    const version = await this.tell(recordingId, workspaceId);
    await eventually(async () => {
      const [row] = await this.sql<{ indexed: number }>(
        'select indexed_version as indexed from chat.recording_ref where recording_id = $1',
        [recordingId],
      );
      return row?.indexed === version;
    });
  }

  async retrieve(
    question: string,
    input: Record<string, unknown> = {},
  ): Promise<
    {
      recordingId: string;
      segmentIds: string[];
      text: string;
      startMs: number;
      endMs: number;
      score: number;
    }[]
  > {
    const { retrievePassages } = await this.graph.query<{
      retrievePassages: Awaited<ReturnType<RunningChat['retrieve']>>;
    }>(
      `query ($input: RetrievePassagesInput!) { retrievePassages(input: $input) {
         recordingId segmentIds text startMs endMs score } }`,
      { input: { question, ...input } },
    );
    return retrievePassages;
  }

  async ask(question: string, input: Record<string, unknown> = {}): Promise<Asked> {
    const { ask } = await this.graph.query<{ ask: Asked }>(
      `mutation ($input: AskInput!) { ask(input: $input) { __typename
         ... on AskAccepted { conversation { id } answer { id } } ... on Problem { code message } } }`,
      { input: { question, ...input } },
    );
    return ask;
  }

  follow(answerId: string): AsyncIterableIterator<{ answerDelta: Delta }> {
    return this.graph.subscribe(FOLLOW, { id: answerId });
  }

  /** Asks and follows the answer to its end. */
  async answer(
    question: string,
    input: Record<string, unknown> = {},
  ): Promise<AnswerShape & { conversationId: string; deltas: Delta[] }> {
    const asked = await this.ask(question, input);
    if (!asked.answer || !asked.conversation) throw new Error(`${asked.code}: ${asked.message}`);
    const deltas: Delta[] = [];
    for await (const { answerDelta } of this.follow(asked.answer.id)) {
      deltas.push(answerDelta);
      if (answerDelta.done && answerDelta.message)
        return { ...answerDelta.message, conversationId: asked.conversation.id, deltas };
    }
    throw new Error('the answer did not end');
  }

  async stop(): Promise<void> {
    await this.graph.close();
    await this.end('SIGTERM');
    await this.others.close();
    await this.transcripts.close();
    await this.database.drop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
