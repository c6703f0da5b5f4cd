// Writes transactions of two rows for ever and tells its parent each number that was acknowledged.
import pg from 'pg';

const [url, who] = process.argv.slice(2);
process.on('disconnect', () => process.exit());

for (let number = 1; ;) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    for (; ; number += 1) {
      await client.query('BEGIN');
      await client.query('INSERT INTO first_half VALUES ($1, $2)', [who, number]);
      await client.query('INSERT INTO second_half VALUES ($1, $2)', [who, number]);
      await client.query('COMMIT');
      process.send?.(number);
    }
  } catch {
    number += 1; // unanswered: it may be there or not, so the number is not used again
    await client.end().catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
