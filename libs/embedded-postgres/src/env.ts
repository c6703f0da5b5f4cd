import { EmbeddedPostgresError } from './embedded-postgres.errors.ts';

/** The environment of the database process. */
export interface Environment {
  dataDir: string;
  port: number;
  password: string;
  /** A call into the engine that lasts longer ends the process; milliseconds, 0 for never. */
  queryTimeoutMs: number;
  /** Stop when standard input ends, which happens when the parent dies. */
  stopWithParent: boolean;
  logLevel: string;
}

/** The names, for the parent that fills them in. */
export const VARIABLES = {
  dataDir: 'EMBEDDED_PG_DATA',
  port: 'DATABASE_PORT',
  password: 'DATABASE_PASSWORD',
  queryTimeoutSeconds: 'DATABASE_QUERY_TIMEOUT_SECONDS',
  stopWithParent: 'EMBEDDED_PG_STOP_WITH_PARENT',
  logLevel: 'LOG_LEVEL',
} as const;

/** The parent's own environment, handed on to the process it starts. */
export const inheritedEnvironment = (): NodeJS.ProcessEnv => process.env;

export function readEnvironment(): Environment {
  const { env } = process;
  return {
    dataDir: required(env, VARIABLES.dataDir),
    port: integer(env, VARIABLES.port, 4100, 0, 65_535),
    password: required(env, VARIABLES.password),
    queryTimeoutMs: 1000 * integer(env, VARIABLES.queryTimeoutSeconds, 600, 0, 86_400),
    stopWithParent: env[VARIABLES.stopWithParent] === '1',
    logLevel: env[VARIABLES.logLevel] ?? 'info',
  };
}

function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (!value)
    throw new EmbeddedPostgresError('INVALID_ENVIRONMENT', `The environment variable ${name} is not set.`);
  return value;
}

function integer(env: NodeJS.ProcessEnv, name: string, fallback: number, min: number, max: number): number {
  const value = Number(env[name] ?? fallback);
  if (!Number.isInteger(value) || value < min || value > max)
    throw new EmbeddedPostgresError(
      'INVALID_ENVIRONMENT',
      `${name} must be a whole number from ${min} to ${max}.`,
    );
  return value;
}
