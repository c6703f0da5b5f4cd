import type { Engine } from '../engine/engine.ts';

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * What the session has set beyond the defaults, as PostgreSQL itself tells it, whichever way it was set: SET,
 * set_config(), a function. `customisedOptions` are names such as `app.user`, which pg_settings leaves out.
 * application_name is left out: drivers set it for each connection and it would cost a switch every time.
 */
export function readSettings(engine: Engine, customisedOptions: ReadonlySet<string>): Map<string, string> {
  const custom = [...customisedOptions].map(
    (name) => `UNION ALL SELECT ${quote(name)}, current_setting(${quote(name)}, true)`,
  );
  const { rows } = engine.query(
    `SELECT name, setting FROM pg_catalog.pg_settings WHERE source = 'session' AND name <> 'application_name'
     UNION ALL SELECT 'role', current_setting('role') WHERE current_setting('role') <> 'none' ${custom.join(' ')}`,
  );
  return new Map(
    rows.flatMap(([name, value]) => (name && value ? [[name.toLowerCase(), value] as const] : [])),
  );
}

export function resetSettings(engine: Engine): void {
  engine.query('RESET SESSION AUTHORIZATION; RESET ROLE; RESET ALL');
}

/** Sets them for the session; gives PostgreSQL's reason when it refuses one. */
export function writeSettings(engine: Engine, settings: ReadonlyMap<string, string>): string | undefined {
  if (settings.size === 0) return undefined;
  // The role comes last: it may lose the right to set the others.
  const ordered = [...settings].sort(([a], [b]) => Number(a === 'role') - Number(b === 'role'));
  return engine.query(
    ordered.map(([name, value]) => `SELECT set_config(${quote(name)}, ${quote(value)}, false)`).join('; '),
  ).error;
}
