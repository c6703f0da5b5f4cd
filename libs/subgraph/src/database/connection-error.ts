/** Connection errors of PostgreSQL (class 08, 57P0x) and of the socket under it. */
const CONNECTION_CODES = /^(?:08|57P0|ECONN|EPIPE|ETIMEDOUT)/;

/** Whether the database is away: what failed of that may be tried again. */
export function isConnectionError(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return (
    CONNECTION_CODES.test(code ?? '') ||
    /connection (?:terminated|timeout|error)|timeout exceeded when trying to connect/i.test(message ?? '')
  );
}
