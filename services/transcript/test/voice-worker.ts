import { voiceEmbedded, voiceRequested, type EventPayload } from '@colloquy/contracts';
import { createDataSource, inTransaction, startPlatform, type Platform } from '@colloquy/subgraph';
import type { RunningService } from './running-service.ts';

type Requested = EventPayload<typeof voiceRequested>;
type Problem = EventPayload<typeof voiceEmbedded>['problem'];

/** Stands in for ingest's worker: answers with vectors as a test says. */
export class VoiceWorker {
  readonly asked: Requested[] = [];
  model = 'speaker-96';
  problem: Problem = null;
  /** While true, requests are taken and not answered. */
  stuck = false;

  private constructor(private readonly platform: Platform) {}

  /** @param vectorOf null for who says too little */
  static async start(
    service: RunningService,
    vectorOf: (key: string, recordingId: string) => number[] | null,
  ): Promise<VoiceWorker> {
    const platform = await startPlatform({
      name: 'ingest-worker',
      env: {
        NODE_ENV: 'test',
        DATABASE_URL: service.databaseUrl,
        COLLOQUY_DATA: '',
        LOG_LEVEL: 'silent',
        GRAPH_URL: 'http://127.0.0.1:1/graphql',
      },
      dataSource: createDataSource({
        url: service.databaseUrl,
        schema: 'worker',
        entities: [],
        migrations: [],
      }),
      consumes: [voiceRequested],
      publishes: [voiceEmbedded],
    });
    const worker = new VoiceWorker(platform);
    platform.jobs.subscribe(voiceRequested, async (request, { signal }) => {
      worker.asked.push(request);
      if (worker.stuck)
        await new Promise((_, reject) =>
          signal.addEventListener('abort', () => reject(new Error('the worker died'))),
        );
      await worker.answer(request, vectorOf);
    });
    await platform.jobs.start();
    return worker;
  }

  async answer(
    { workspaceId, recordingId, requestId, voices }: Requested,
    vectorOf: (key: string, recordingId: string) => number[] | null,
  ): Promise<void> {
    const { model, problem } = this;
    const heard = voices.flatMap(({ key }) => {
      const vector = problem ? null : vectorOf(key, recordingId);
      return vector ? [{ key, vector, speechMs: 12_000 }] : [];
    });
    await inTransaction(this.platform.dataSource, (tx) =>
      this.platform.jobs.publish(tx, voiceEmbedded, {
        workspaceId,
        recordingId,
        requestId,
        model: problem ? null : model,
        voices: heard,
        problem,
      }),
    );
  }

  async die(): Promise<void> {
    await this.platform.jobs.close(1);
    await this.platform.bus.close();
    await this.platform.dataSource.destroy();
  }
}
