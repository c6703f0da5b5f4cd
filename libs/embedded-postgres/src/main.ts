import { inspect } from 'node:util';
import pino from 'pino';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { EmbeddedPostgresError } from './embedded-postgres.errors.ts';
import { readEnvironment } from './env.ts';
import { startWatchdog } from './watchdog.ts';

/**
 * The database process. Prints one JSON line on standard output, `{"ready":true,"port":…}` or
 * `{"ready":false,"code","message","troubleshooting"}`, and logs on standard error.
 */
const report = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

async function main(): Promise<void> {
  const environment = readEnvironment();
  const log = pino(
    { name: 'database', level: environment.logLevel },
    pino.destination({ dest: 2, sync: true }),
  );
  const database = await startEmbeddedPostgres({
    ...environment,
    log,
    ...(environment.queryTimeoutMs > 0 ? { watch: startWatchdog(environment.queryTimeoutMs) } : {}),
    onFailure: () => process.exit(new EmbeddedPostgresError('ENGINE_DIED', '').exitCode),
  });
  const stop = (reason: string): void => {
    log.info({ reason }, 'stopping');
    database.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ error }, 'the database did not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', () => stop('SIGTERM'));
  // Ctrl-C reaches the whole process group; a parent stops its services first and the database last.
  if (environment.stopWithParent) process.on('SIGINT', () => undefined);
  else process.once('SIGINT', () => stop('SIGINT'));
  if (environment.stopWithParent)
    process.stdin.once('close', () => stop('the parent process ended')).resume();
  report({ ready: true, port: database.port });
}

main().catch((error: unknown) => {
  const failure =
    error instanceof EmbeddedPostgresError
      ? error
      : new EmbeddedPostgresError(
          'UNEXPECTED',
          error instanceof Error ? error.message : String(error),
          [],
          error,
        );
  const { code, message, troubleshooting, exitCode } = failure;
  report({ ready: false, code, message, troubleshooting });
  if (code === 'UNEXPECTED') process.stderr.write(`${inspect(error)}\n`);
  process.exit(exitCode);
});
