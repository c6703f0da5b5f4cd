import type { Engine } from '../engine/engine.ts';
import type { Log } from '../log.ts';
import type { Scheduler } from './scheduler.ts';

/** When PostgreSQL's missing background processes are stood in for. */
export interface MaintenanceTimes {
  /** How often to look; milliseconds. */
  everyMs: number;
  /** A checkpoint is made when this much WAL has been written since the last; bytes. */
  walBytes: number;
  /** … or when any was written and this long has passed; milliseconds. */
  checkpointMs: number;
  /** How often tables are looked at; milliseconds. */
  vacuumMs: number;
}

export const DEFAULT_MAINTENANCE: MaintenanceTimes = {
  everyMs: 1000,
  walBytes: 64 * 1024 * 1024,
  checkpointMs: 120_000,
  vacuumMs: 60_000,
};

/**
 * The table that needs it most, by autovacuum's rules and defaults: 50 + 20 % of the rows dead, 50 + 10 % of the rows
 * changed since it was analysed, or transaction ids old enough to freeze.
 */
const NEEDY_TABLE = `
SELECT CASE
         WHEN too_old THEN 'VACUUM (FREEZE)'
         WHEN too_dead AND analysable THEN 'VACUUM (ANALYZE)'
         WHEN too_dead THEN 'VACUUM'
         ELSE 'ANALYZE'
       END,
       table_name
FROM (
  SELECT format('%I.%I', s.schemaname, s.relname) AS table_name,
         s.n_dead_tup,
         c.relkind <> 't' AS analysable,
         age(c.relfrozenxid) > 150000000 AS too_old,
         s.n_dead_tup > 50 + 0.2 * greatest(c.reltuples, 0) AS too_dead,
         s.n_mod_since_analyze > 50 + 0.1 * greatest(c.reltuples, 0) AS too_changed
  FROM pg_stat_all_tables s
  JOIN pg_class c ON c.oid = s.relid
  WHERE c.relkind IN ('r', 'm', 't') AND c.relpersistence <> 't'
) tables
WHERE too_old OR too_dead OR (too_changed AND analysable)
ORDER BY too_old DESC, n_dead_tup DESC
LIMIT 1`;

/** Tables looked after in one round; the rest waits for the next. */
const TABLES_PER_ROUND = 20;

/** Checkpoints, vacuum and statistics, between transactions. */
export class Maintenance {
  private readonly engine: Engine;
  private readonly scheduler: Scheduler;
  private readonly times: MaintenanceTimes;
  private readonly log: Log;
  private readonly timer: NodeJS.Timeout;
  private working = false;
  private checkpointAt = performance.now();
  private vacuumAt = performance.now();
  private checkpointWal = 0;

  constructor(engine: Engine, scheduler: Scheduler, times: MaintenanceTimes, log: Log) {
    this.engine = engine;
    this.scheduler = scheduler;
    this.times = times;
    this.log = log;
    this.checkpointWal = this.walPosition();
    this.timer = setInterval(() => void this.round(), times.everyMs);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async round(): Promise<void> {
    if (this.working) return;
    this.working = true;
    try {
      await this.scheduler.whenFree(() => this.checkpointIfDue());
      if (performance.now() - this.vacuumAt >= this.times.vacuumMs) await this.vacuum();
    } catch (error) {
      this.log.error({ error }, 'database maintenance failed');
    } finally {
      this.working = false;
    }
  }

  private checkpointIfDue(): void {
    const written = this.walPosition() - this.checkpointWal;
    const overdue = performance.now() - this.checkpointAt >= this.times.checkpointMs;
    if (written < this.times.walBytes && !(overdue && written > 0)) return;
    const started = performance.now();
    this.command('CHECKPOINT');
    this.checkpointAt = performance.now();
    this.checkpointWal = this.walPosition(); // the checkpoint writes a little itself
    this.log.info({ walBytes: written, ms: Math.round(this.checkpointAt - started) }, 'checkpoint');
  }

  /** One table per turn, so that others get theirs in between. */
  private async vacuum(): Promise<void> {
    const done = new Set<string>();
    for (let count = 0; count < TABLES_PER_ROUND; count++) {
      const table = await this.scheduler.whenFree(() => this.vacuumNeediest(done));
      if (table === undefined) break;
      done.add(table);
    }
    this.vacuumAt = performance.now();
  }

  private vacuumNeediest(done: ReadonlySet<string>): string | undefined {
    const [action, table] = this.row(NEEDY_TABLE);
    if (!action || !table || done.has(table)) return undefined;
    const started = performance.now();
    this.command(`${action} ${table}`);
    this.log.info({ table, action, ms: Math.round(performance.now() - started) }, 'looked after a table');
    return table;
  }

  private walPosition(): number {
    return Number(this.row(`SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')`)[0] ?? 0);
  }

  private row(sql: string): readonly (string | null)[] {
    const { rows, error } = this.engine.query(sql);
    if (error !== undefined) throw new Error(error);
    return rows[0] ?? [];
  }

  private command(sql: string): void {
    const { error } = this.engine.query(sql);
    if (error !== undefined) this.log.warn({ sql, error }, 'database maintenance was refused');
  }
}
