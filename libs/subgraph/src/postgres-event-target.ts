import pg from 'pg';
import type { Log } from './log.ts';

const CHANNEL = 'colloquy_bus';
/** PostgreSQL refuses payloads of 8,000 bytes and more; those travel through a row. */
const MAX_INLINE_BYTES = 7_900;
const RECONNECT_MS = 250;

type Listener = ((event: Event) => void) | { handleEvent(event: Event): void };

/**
 * An EventTarget over LISTEN/NOTIFY, so that an event dispatched in one process is heard in all of them.
 * After a lost connection it listens again; what was sent in between is gone.
 */
export class PostgresEventTarget implements EventTarget {
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly pool: pg.Pool;
  private client: pg.Client | undefined;
  private closed = false;

  constructor(
    private readonly url: string,
    private readonly log: Log,
  ) {
    this.pool = new pg.Pool({
      connectionString: url,
      max: 1,
      keepAlive: true,
      application_name: 'colloquy-bus',
    });
    this.pool.on('error', () => undefined);
  }

  async open(): Promise<void> {
    await this.pool.query('create schema if not exists bus').catch(ignoreDuplicate);
    // Without a workspace: a message on its way to every process, read by its number and soon deleted.
    await this.pool
      .query(
        'create unlogged table if not exists bus.large_message (id bigint generated always as identity primary key, body text not null, sent_at timestamptz not null default now())',
      )
      .catch(ignoreDuplicate);
    await this.listen();
  }

  addEventListener(type: string, listener: Listener | null): void {
    if (!listener) return;
    const known = this.listeners.get(type) ?? new Set();
    this.listeners.set(type, known.add(listener));
  }

  removeEventListener(type: string, listener: Listener | null): void {
    const known = this.listeners.get(type);
    if (!known || !listener) return;
    known.delete(listener);
    if (known.size === 0) this.listeners.delete(type);
  }

  dispatchEvent(event: Event): boolean {
    const body = JSON.stringify({ type: event.type, detail: (event as CustomEvent<unknown>).detail });
    this.send(body).catch((error: unknown) =>
      this.log.warn({ err: error, topic: event.type }, 'bus: not sent'),
    );
    return true;
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.client?.end().catch(() => undefined);
    await this.pool.end();
  }

  private async send(body: string): Promise<void> {
    if (Buffer.byteLength(body) <= MAX_INLINE_BYTES) {
      await this.pool.query('select pg_notify($1, $2)', [CHANNEL, body]);
      return;
    }
    await this.pool.query(
      `with old as (delete from bus.large_message where sent_at < now() - interval '1 minute'),
            message as (insert into bus.large_message (body) values ($2) returning id)
       select pg_notify($1, '#' || id) from message`,
      [CHANNEL, body],
    );
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      keepAlive: true,
      application_name: 'colloquy-bus',
    });
    client.on('error', () => undefined);
    client.on('end', () => this.listenAgain());
    client.on('notification', ({ payload }) => {
      this.receive(payload ?? '').catch((error: unknown) =>
        this.log.warn({ err: error }, 'bus: not received'),
      );
    });
    this.client = client;
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
  }

  private listenAgain(): void {
    if (this.closed) return;
    setTimeout(() => {
      // A failed attempt ends its client, which brings us back here.
      if (!this.closed) this.listen().catch(() => this.client?.end().catch(() => this.listenAgain()));
    }, RECONNECT_MS);
  }

  private async receive(payload: string): Promise<void> {
    let body = payload;
    if (payload.startsWith('#')) {
      const found = await this.pool.query<{ body: string }>(
        'select body from bus.large_message where id = $1',
        [payload.slice(1)],
      );
      if (!found.rows[0]) return;
      body = found.rows[0].body;
    }
    const message = JSON.parse(body) as { type: string; detail: unknown };
    const event = new CustomEvent(message.type, { detail: message.detail });
    for (const listener of Array.from(this.listeners.get(message.type) ?? [])) {
      if (typeof listener === 'function') listener(event);
      else listener.handleEvent(event);
    }
  }
}

/** `create … if not exists` still fails when two processes do it at the same moment; both got what they wanted. */
function ignoreDuplicate(error: { code?: string }): void {
  if (error.code !== '23505' && error.code !== '42P07' && error.code !== '42P06') throw error;
}
