import pg from 'pg';

/**
 * What the tables of all services still hold of a recording, whatever they are: every table with a `recording_id`, and
 * the recording itself.
 * @returns rows by table; empty when nothing is left
 */
export function rowsOf(recordingId: string, databaseUrl: string): Promise<Record<string, number>> {
  return countRows(
    databaseUrl,
    `select format('%I.%I', table_schema, table_name) as name, format('%I = $1', column_name) as condition
       from information_schema.columns join information_schema.tables using (table_schema, table_name)
      where table_type = 'BASE TABLE' and data_type = 'uuid'
        and (column_name = 'recording_id' or (table_name = 'recording' and column_name = 'id'))`,
    recordingId,
  );
}

/**
 * Where a text is still to be found, in any column of any table: of the services, of the job queue, of the bus.
 * @returns rows by table; empty when it is nowhere
 */
export function rowsWith(text: string, databaseUrl: string): Promise<Record<string, number>> {
  return countRows(
    databaseUrl,
    `select format('%I.%I', table_schema, table_name) as name, 'strpos(lower(held::text), lower($1)) > 0' as condition
       from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    text,
  );
}

/** @param tables a query for names and, with `$1` for the value and `held` for the row, what to count */
async function countRows(
  databaseUrl: string,
  tables: string,
  value: string,
): Promise<Record<string, number>> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const found: Record<string, number> = {};
    for (const { name, condition } of (await client.query<{ name: string; condition: string }>(tables))
      .rows) {
      const { rows } = await client.query<{ count: number }>(
        `select count(*)::int as count from ${name} as held where ${condition}`,
        [value],
      );
      if (rows[0]?.count) found[name] = rows[0].count;
    }
    return found;
  } finally {
    await client.end();
  }
}
