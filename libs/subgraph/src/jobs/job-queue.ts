import { PgBoss, type Job } from 'pg-boss';
import type { EventDefinition, EventPayload } from '@colloquy/contracts';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { newId } from '../ids.ts';
import type { JobDefinition, JobOptions } from './job-definition.ts';
import { deleteAbout, indexSubjects, type JobSubject } from './job-subjects.ts';
import type { EnqueueOptions, JobHandler, JobQueueConfig } from './job-queue.types.ts';

const DEAD_LETTER = 'dead-letter';
type HandlerOptions = Required<Omit<JobOptions, 'groupConcurrency'>> & Pick<JobOptions, 'groupConcurrency'>;

const DEFAULTS: HandlerOptions = {
  retryLimit: 5,
  retryDelaySeconds: 1,
  heartbeatSeconds: 10,
  expireInSeconds: 3600,
  concurrency: 1,
};

/** Where an event goes that its consumer could not handle, whatever it died of. */
const givenUpQueue = (name: string) => `${name}/given-up`;
const eventQueue = (event: EventDefinition, consumer: string) => `${event.name}/${consumer}`;

/**
 * Typed jobs and events on pg-boss. Everything is sent with the caller's transaction, so a change and what follows
 * from it commit together; a payload is validated when it is sent and again when it arrives.
 */
export class JobQueue {
  private readonly boss: PgBoss;
  private readonly handlers = new Map<
    string,
    { handler: JobHandler<never>; payload: z.ZodType; options: HandlerOptions }
  >();
  private started = false;

  constructor(private readonly config: JobQueueConfig) {
    this.boss = new PgBoss({
      connectionString: config.databaseUrl,
      application_name: `colloquy-${config.service}-jobs`,
      max: 4,
      schema: 'pgboss',
      schedule: false,
      useListenNotify: true,
      superviseIntervalSeconds: 2,
      maintenanceIntervalSeconds: 60,
      monitorIntervalSeconds: 2,
    });
    this.boss.on('error', (error) =>
      config.log.warn({ err: error }, 'job queue: trouble talking to the database'),
    );
  }

  /** Opens pg-boss and makes sure every queue this process touches exists. */
  async open(): Promise<void> {
    await this.boss.start();
    await this.boss.getDb().executeSql(indexSubjects);
    await this.boss.createQueue(DEAD_LETTER);
    const { handles, enqueues, consumes, publishes, service } = this.config;
    for (const job of [...handles, ...enqueues]) await this.createQueue(job.name, job.options);
    for (const event of consumes) await this.createEventQueue(eventQueue(event, service));
    for (const event of publishes) {
      for (const consumer of event.consumers) await this.createEventQueue(eventQueue(event, consumer));
    }
  }

  private async createEventQueue(name: string): Promise<void> {
    await this.createQueue(givenUpQueue(name), {});
    await this.createQueue(name, {}, givenUpQueue(name));
  }

  private async createQueue(name: string, options: JobOptions, deadLetter = DEAD_LETTER): Promise<void> {
    const { retryLimit, retryDelaySeconds, heartbeatSeconds, expireInSeconds } = { ...DEFAULTS, ...options };
    const settings = {
      retryLimit,
      retryDelay: retryDelaySeconds,
      retryBackoff: true,
      retryDelayMax: 300,
      heartbeatSeconds,
      expireInSeconds,
      deadLetter,
      notify: true,
    };
    await this.boss.createQueue(name, settings);
    await this.boss.updateQueue(name, settings);
    // A look-up that finds nothing fills the cache `send` looks into, which must not ask on a second connection
    // while a transaction is open.
    await this.boss.findJobs(name, { id: newId() });
  }

  /** Sends a job in the caller's transaction. */
  async enqueue<T extends z.ZodType>(
    tx: EntityManager,
    job: JobDefinition<T>,
    payload: z.infer<T>,
    options: EnqueueOptions = {},
  ): Promise<void> {
    const declared = [...this.config.handles, ...this.config.enqueues].some(
      (known) => known.name === job.name,
    );
    if (!declared) throw new Error(`${this.config.service} does not declare that it enqueues ${job.name}`);
    await this.send(tx, job.name, job.payload.parse(payload) as object, options);
  }

  /** Tells every consumer of an event, in the caller's transaction. */
  async publish<E extends EventDefinition>(
    tx: EntityManager,
    event: E,
    payload: EventPayload<E>,
  ): Promise<void> {
    if (!this.config.publishes.some((known) => known.name === event.name)) {
      throw new Error(`${this.config.service} does not declare that it publishes ${event.name}`);
    }
    const data = event.payload.parse(payload) as object;
    for (const consumer of event.consumers) await this.send(tx, eventQueue(event, consumer), data, {});
  }

  /**
   * Removes every job and event about something, in the caller's transaction and whatever became of them: what is done
   * or failed is kept for days, with its payload and its error.
   * @param id what the payload has as its `subject`
   */
  async forget(tx: EntityManager, subject: JobSubject, id: string): Promise<void> {
    await tx.query(deleteAbout(subject), [id]);
  }

  private async send(tx: EntityManager, queue: string, data: object, options: EnqueueOptions): Promise<void> {
    const runner = tx.queryRunner;
    if (!runner) throw new Error('jobs and events are sent inside a transaction');
    await this.boss.send(queue, data, {
      ...(options.singletonKey !== undefined && { singletonKey: options.singletonKey, singletonSeconds: 1 }),
      ...(options.startAfterSeconds !== undefined && { startAfter: options.startAfterSeconds }),
      ...(options.priority !== undefined && { priority: options.priority }),
      ...(options.group !== undefined && { group: { id: options.group } }),
      db: {
        executeSql: async (text, values) => ({
          rows: (await runner.query(text, values as unknown[], true)).records,
        }),
      },
    });
  }

  /** Registers who carries a job out. */
  handle<T extends z.ZodType>(job: JobDefinition<T>, handler: JobHandler<z.infer<T>>): void {
    this.register(job.name, job.payload, { ...DEFAULTS, ...job.options }, handler);
  }

  /**
   * Registers what this service does when told of an event. Handlers are idempotent: an event may come twice.
   * @param givenUp what it does with one that it has failed to handle to the last try, also by dying of it
   */
  subscribe<E extends EventDefinition>(
    event: E,
    handler: JobHandler<EventPayload<E>>,
    { concurrency = 1, givenUp }: { concurrency?: number; givenUp?: JobHandler<EventPayload<E>> } = {},
  ): void {
    const name = eventQueue(event, this.config.service);
    this.register(name, event.payload, { ...DEFAULTS, concurrency }, handler);
    if (givenUp) this.register(givenUpQueue(name), event.payload, DEFAULTS, givenUp);
  }

  private register(
    name: string,
    payload: z.ZodType,
    options: HandlerOptions,
    handler: JobHandler<never>,
  ): void {
    if (this.started) throw new Error(`${name}: handlers are registered before the queue starts`);
    if (this.handlers.has(name)) throw new Error(`${name} has two handlers`);
    this.handlers.set(name, { handler, payload, options });
  }

  /** Begins to work. Fails when a declared job or event has no handler, or a handler was never declared. */
  async start(): Promise<void> {
    const { handles, consumes, service } = this.config;
    const declared = new Set([
      ...handles.map((job) => job.name),
      ...consumes.map((event) => eventQueue(event, service)),
    ]);
    for (const name of declared) if (!this.handlers.has(name)) throw new Error(`${name} has no handler`);
    const givenUp = new Set(consumes.map((event) => givenUpQueue(eventQueue(event, service))));
    for (const name of this.handlers.keys())
      if (!declared.has(name) && !givenUp.has(name))
        throw new Error(`${name} has a handler but is not declared`);
    this.started = true;
    for (const name of this.handlers.keys()) await this.work(name);
  }

  /** As many workers as jobs may run at the same time. */
  private async work(name: string): Promise<void> {
    const concurrency = this.handlers.get(name)?.options.concurrency ?? 0;
    for (let worker = 0; worker < concurrency; worker += 1) await this.workOneByOne(name);
  }

  private async workOneByOne(name: string): Promise<void> {
    const entry = this.handlers.get(name);
    if (!entry) return;
    const { handler, payload, options } = entry;
    const workerId = await this.boss.work<object, void>(
      name,
      {
        pollingIntervalSeconds: 1,
        notifyPollingIntervalSeconds: 1,
        heartbeatRefreshSeconds: 1,
        ...(options.groupConcurrency !== undefined && { groupConcurrency: options.groupConcurrency }),
      },
      async ([job]: Job<object>[]) => {
        if (!job) return;
        // Left alone it would rest for the polling interval after every job, however many wait.
        this.boss.notifyWorker(workerId);
        const log = this.config.log.child({ job: name, jobId: job.id, attempt: job.retryCount + 1 });
        try {
          const context = { jobId: job.id, attempt: job.retryCount + 1, signal: job.signal, log };
          await handler(payload.parse(job.data) as never, context);
        } catch (error) {
          const last = job.retryCount >= options.retryLimit;
          log[last ? 'error' : 'warn'](
            { err: error },
            last ? 'job failed for good' : 'job failed, will be tried again',
          );
          throw error;
        }
      },
    );
  }

  /** Lets running jobs finish for up to `timeoutMs`, then aborts them; they are taken up again elsewhere. */
  async close(timeoutMs = 5_000): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: timeoutMs });
  }
}
