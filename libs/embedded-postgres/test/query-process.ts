// One of several processes that query the same database; sends how many answers were not its own.
import pg from 'pg';

const [url, who, count] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: 3 });
let wrong = 0;
await Promise.all(
  Array.from({ length: Number(count) }, async (_, index) => {
    const width = 1 + (index % 3);
    const values = Array.from({ length: width }, (__, column) => Number(who) * 100_000 + index * 10 + column);
    const columns = values.map((__, column) => `$${column + 1}::int AS c${column}`).join(', ');
    // The same statement names in every process, with different texts.
    const { rows } = await pool.query({
      name: `shape-${width}`,
      text: `SELECT ${who} AS who, ${columns}`,
      values,
    });
    const expected = {
      who: Number(who),
      ...Object.fromEntries(values.map((value, column) => [`c${column}`, value])),
    };
    if (rows.length !== 1 || JSON.stringify(rows[0]) !== JSON.stringify(expected)) wrong += 1;
  }),
);
await pool.end();
process.send?.({ wrong });
process.disconnect?.();
