import { pino } from 'pino';
import { readEnv } from './env.ts';
import { startGateway } from './gateway.ts';

const env = readEnv();
const log = pino({ name: 'gateway', level: env.LOG_LEVEL });

try {
  const gateway = await startGateway(env, log);
  let stopping = false;
  const stop = (signal: string) => {
    // A second signal means now.
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, 'gateway stops');
    gateway.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'gateway did not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
} catch (error) {
  log.fatal(
    { err: error },
    error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
      ? `port ${env.PORT} is taken`
      : 'gateway cannot start',
  );
  process.exitCode = 1;
}
