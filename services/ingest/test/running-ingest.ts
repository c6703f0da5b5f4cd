import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  type Dirent,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  collectionChanged,
  collectionDeleted,
  recordingChanged,
  recordingDeleted,
  recordingTranscribed,
  speakerIdentified,
  transcriptChanged,
  transcriptImportFailed,
  voiceEmbedded,
  voiceRequested,
  type EventPayload,
  type TranscriptionResult,
} from '@colloquy/contracts';
import { createDataSource, inTransaction, newId, startPlatform, type Platform } from '@colloquy/subgraph';
import { spawnEmbeddedPostgres, type SpawnedPostgres } from '@colloquy/embedded-postgres';
import { disposableDatabase, eventually, GraphClient, type DisposableDatabase } from '@colloquy/testkit';

const service = fileURLToPath(new URL('..', import.meta.url));
const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface Script {
  diarizeMs?: number;
  recognizeMs?: number;
  failure?: 'transient' | 'permanent' | 'die' | null;
  at?: number;
  embedMs?: number;
  embedFailure?: string;
}

export const RECORDING = `
  id title status source durationMs sizeBytes fileName format language expectedSpeakers audioUrl peaksUrl
  processing { stage progress message waiting etaSeconds attempt } problem { code message recovery }
  engineRuns { stage engine seconds } duplicateOf { id }`;

export interface RecordingShape {
  id: string;
  title: string;
  status: string;
  source: string;
  durationMs: number | null;
  sizeBytes: number | null;
  fileName: string | null;
  format: string | null;
  language: string | null;
  expectedSpeakers: number | null;
  audioUrl: string | null;
  peaksUrl: string | null;
  processing: {
    stage: string;
    progress: number;
    message: string;
    waiting: boolean;
    etaSeconds: number | null;
    attempt: number;
  } | null;
  problem: { code: string; message: string; recovery: string[] } | null;
  engineRuns: { stage: string; engine: string; seconds: number }[];
  duplicateOf: { id: string } | null;
}

export type Answer = Partial<RecordingShape> & { __typename: string; code?: string; message?: string };

/** The built ingest service and its worker as processes of their own, and this process in the transcript service's place. */
export class RunningIngest {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'colloquy-ingest-'));
  readonly told: { event: string; payload: Record<string, unknown> }[] = [];
  /** Whether results are imported; then a recording becomes READY. */
  importing = true;
  url = '';
  graph!: GraphClient;
  platform!: Platform;
  private database!: DisposableDatabase;
  private postgres: SpawnedPostgres | undefined;
  private main!: ChildProcess;
  private worker: ChildProcess | undefined;
  private output = '';

  private constructor(readonly env: Record<string, string>) {}

  /** @param options `durable`: the database is on disk and comes back when it is killed. */
  static async start(
    env: Record<string, string> = {},
    options: { durable?: boolean } = {},
  ): Promise<RunningIngest> {
    if (!existsSync(join(service, 'dist/main.js')))
      throw new Error('services/ingest is not built: npm run build');
    const ingest = new RunningIngest(env);
    ingest.script({});
    writeFileSync(ingest.callsPath, '');
    ingest.database = options.durable ? await ingest.durableDatabase() : await disposableDatabase();
    await ingest.startService();
    await ingest.becomeTranscript();
    return ingest;
  }

  private get callsPath(): string {
    return join(this.dataDir, 'calls.log');
  }

  private get scriptPath(): string {
    return join(this.dataDir, 'script.json');
  }

  script(script: Script): void {
    writeFileSync(this.scriptPath, JSON.stringify(script));
  }

  calls(): string[] {
    return readFileSync(this.callsPath, 'utf8').split('\n').filter(Boolean);
  }

  private spawn(script: string, port?: number): ChildProcess {
    const child = spawn(join(root, 'node_modules/.bin/node'), [join(service, script)], {
      cwd: root,
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        LOG_LEVEL: 'info',
        COLLOQUY_DATA: this.dataDir,
        DATABASE_URL: this.database.url,
        PROCESSING_CHUNK_MINUTES: '0.5',
        DELETE_GRACE_SECONDS: '3',
        ...(port !== undefined && { PORT: String(port) }),
        SCRIPT: this.scriptPath,
        CALLS: this.callsPath,
        ...this.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const listen = (data: Buffer) => (this.output += data.toString());
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    return child;
  }

  async startService(): Promise<void> {
    const port = this.url ? Number(new URL(this.url).port) : 0;
    this.output = '';
    this.main = this.spawn('dist/main.js', port);
    const ready = () => /"url":"([^"]+)","msg":"ingest is ready"/.exec(this.output)?.[1];
    this.url = await eventually(ready, 60_000).catch(() => {
      throw new Error(`ingest did not start:\n${this.output}`);
    });
    this.graph ??= new GraphClient(`${this.url}/graphql`);
  }

  async startWorker(): Promise<void> {
    const before = this.output.length;
    this.worker = this.spawn('test/scripted-worker.mjs');
    await eventually(() => this.output.slice(before).includes('the worker is ready'), 60_000);
  }

  get workerLives(): boolean {
    return this.worker !== undefined && this.worker.exitCode === null && this.worker.signalCode === null;
  }

  async killWorker(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    await end(this.worker, signal);
    this.worker = undefined;
  }

  async stopService(): Promise<void> {
    await end(this.main, 'SIGKILL');
  }

  async restartService(): Promise<void> {
    await this.stopService();
    await this.startService();
  }

  private async durableDatabase(): Promise<DisposableDatabase> {
    const postgres = await spawnEmbeddedPostgres({
      dataDir: join(this.dataDir, 'postgres'),
      port: 0,
      password: 'test',
      logLevel: 'silent',
      onRestart: () => (this.databaseRestarts += 1),
    });
    this.postgres = postgres;
    return { url: postgres.url, drop: () => postgres.stop() };
  }

  databaseRestarts = 0;

  killDatabase(): void {
    if (!this.postgres) throw new Error('only a durable database comes back');
    process.kill(this.postgres.pid, 'SIGKILL');
  }

  private async becomeTranscript(): Promise<void> {
    const dataSource = createDataSource({
      url: this.database.url,
      schema: 'probe',
      entities: [],
      migrations: [],
    });
    this.platform = await startPlatform({
      name: 'transcript',
      env: {
        NODE_ENV: 'test',
        DATABASE_URL: this.database.url,
        COLLOQUY_DATA: this.dataDir,
        LOG_LEVEL: 'silent',
        GRAPH_URL: 'http://127.0.0.1:1/graphql',
      },
      dataSource,
      consumes: [
        recordingTranscribed,
        recordingChanged,
        recordingDeleted,
        voiceEmbedded,
        collectionChanged,
        collectionDeleted,
      ],
      publishes: [transcriptChanged, transcriptImportFailed, speakerIdentified, voiceRequested],
    });
    const { jobs } = this.platform;
    const note = (event: string) => async (payload: Record<string, unknown>) =>
      void this.told.push({ event, payload });
    jobs.subscribe(voiceEmbedded, note('embedded'));
    jobs.subscribe(recordingChanged, note('changed'));
    jobs.subscribe(recordingDeleted, note('deleted'));
    jobs.subscribe(collectionChanged, note('collection-changed'));
    jobs.subscribe(collectionDeleted, note('collection-deleted'));
    jobs.subscribe(recordingTranscribed, async (payload) => {
      this.told.push({ event: 'transcribed', payload });
      if (this.importing) await this.imported(payload);
    });
    await jobs.start();
  }

  /** Says that the transcript can be read. */
  async imported({
    workspaceId,
    recordingId,
    runId,
  }: EventPayload<typeof recordingTranscribed>): Promise<void> {
    await inTransaction(this.platform.dataSource, (tx) =>
      this.platform.jobs.publish(tx, transcriptChanged, {
        workspaceId,
        recordingId,
        runId,
        transcriptId: newId(),
        version: 1,
        reason: 'imported',
        segmentIds: null,
      }),
    );
  }

  /** Says that a result cannot be imported. */
  async refuse(result: Record<string, unknown>, code: string): Promise<void> {
    const { resultKey: _resultKey, ...run } = result as EventPayload<typeof recordingTranscribed>;
    const problem = { code, message: 'It cannot be read.', troubleshooting: [], recovery: [] };
    await inTransaction(this.platform.dataSource, (tx) =>
      this.platform.jobs.publish(tx, transcriptImportFailed, { ...run, problem }),
    );
  }

  of(event: string, recordingId: string): Record<string, unknown>[] {
    return this.told
      .filter((one) => one.event === event && one.payload['recordingId'] === recordingId)
      .map(({ payload }) => payload);
  }

  result(recordingId: string): TranscriptionResult {
    const { resultKey } = this.of('transcribed', recordingId).at(-1) as { resultKey: string };
    return JSON.parse(readFileSync(join(this.dataDir, 'storage', resultKey), 'utf8')) as TranscriptionResult;
  }

  /** A whole tus upload in one request after its creation. */
  async upload(bytes: Buffer, fileName: string): Promise<string> {
    const location = await this.createUpload(bytes.length, fileName);
    const response = await this.patch(location, 0, new Uint8Array(bytes));
    if (response.status !== 204) throw new Error(`upload: ${response.status} ${await response.text()}`);
    return location.split('/').at(-1) ?? '';
  }

  async createUpload(size: number, fileName: string): Promise<string> {
    const response = await fetch(`${this.url}/upload`, {
      method: 'POST',
      headers: {
        'Tus-Resumable': '1.0.0',
        'Upload-Length': String(size),
        'Upload-Metadata': `filename ${Buffer.from(fileName).toString('base64')}`,
      },
    });
    if (response.status !== 201) throw new Error(`upload: ${response.status} ${await response.text()}`);
    return response.headers.get('location') ?? '';
  }

  patch(location: string, offset: number, body: BodyInit): Promise<Response> {
    return fetch(new URL(location, this.url), {
      method: 'PATCH',
      headers: {
        'Tus-Resumable': '1.0.0',
        'Upload-Offset': String(offset),
        'Content-Type': 'application/offset+octet-stream',
      },
      body,
      ...(body instanceof ReadableStream && ({ duplex: 'half' } as object)),
    });
  }

  async create(uploadId: string, details: Record<string, unknown> = {}): Promise<Answer> {
    return this.mutate('createRecording', 'CreateRecordingInput!', { uploadId, ...details });
  }

  async mutate(name: string, type: string, input: unknown, argument = 'input'): Promise<Answer> {
    const query = `mutation ($input: ${type}) { ${name}(${argument}: $input) { __typename ... on Recording { ${RECORDING} } ... on Problem { code message } } }`;
    const data = await this.graph.query<Record<string, Answer>>(query, { input });
    return data[name] as Answer;
  }

  async recordingCount(): Promise<number> {
    const { recordings } = await this.graph.query<{ recordings: { totalCount: number } }>(
      '{ recordings { totalCount } }',
    );
    return recordings.totalCount;
  }

  /** What is stored in one of the folders of its data, however deep. */
  files(folder: string): Dirent[] {
    const found = readdirSync(join(this.dataDir, folder), { recursive: true, withFileTypes: true });
    return found.filter((entry) => entry.isFile());
  }

  async recording(id: string): Promise<RecordingShape | null> {
    const query = `query ($id: ID!) { recording(id: $id) { ${RECORDING} } }`;
    return (await this.graph.query<{ recording: RecordingShape | null }>(query, { id })).recording;
  }

  async reaches(id: string, status: string, timeoutMs = 30_000): Promise<RecordingShape> {
    return eventually(async () => {
      const found = await this.recording(id);
      return found?.status === status ? found : null;
    }, timeoutMs);
  }

  async stop(): Promise<void> {
    await this.graph.close();
    await this.killWorker('SIGTERM');
    await end(this.main, 'SIGTERM');
    await this.platform.close();
    await this.database.drop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

async function end(child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await exited;
}

let made: string | undefined;

/** Makes an audio file with ffmpeg and reads it back. @param output options and the extension of the file */
export function audio(seconds: number, extension: string, ...output: string[]): Buffer {
  made ??= mkdtempSync(join(tmpdir(), 'colloquy-audio-'));
  const path = join(made, `${newId()}.${extension}`);
  const source = `sine=frequency=${300 + Math.floor(Math.random() * 200)}:duration=${seconds}`;
  execFileSync('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', source, ...output, path]);
  return readFileSync(path);
}

export function removeMadeAudio(): void {
  if (made) rmSync(made, { recursive: true, force: true });
}
