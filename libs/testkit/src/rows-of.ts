import pg from 'pg';

/**
 * What the tables of all services still hold of a recording, whatever they are: every table with a `recording_id`, and
 * the recording itself.
 * @returns rows by table; empty when nothing is left
 */
export async function rowsOf(recordingId: string, databaseUrl: string): Promise<Record<string, number>> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string; column: string }>(
      `select format('%I.%I', table_schema, table_name) as name, column_name as column
         from information_schema.columns join information_schema.tables using (table_schema, table_name)
        where table_type = 'BASE TABLE' and data_type = 'uuid'
          and (column_name = 'recording_id' or (table_name = 'recording' and column_name = 'id'))`,
    );
    const found: Record<string, number> = {};
    for (const { name, column } of tables) {
      const { rows } = await client.query<{ count: number }>(
        `select count(*)::int as count from ${name} where ${column} = $1`,
        [recordingId],
      );
      if (rows[0]?.count) found[name] = rows[0].count;
    }
    return found;
  } finally {
    await client.end();
  }
}
