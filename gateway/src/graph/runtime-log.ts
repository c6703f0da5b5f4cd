import type { Attributes, LogLevel } from '@graphql-hive/logger';
import { PinoLogWriter } from '@graphql-hive/logger/writers/pino';

/**
 * What the runtime has to say, without refusals: it logs those of subscriptions as errors, though the client is told of
 * them as of any other answer. What nobody expected stays; the service that threw it knows more.
 */
export class RuntimeLog extends PinoLogWriter {
  override write(
    level: LogLevel,
    attributes: Attributes | null | undefined,
    message: string | null | undefined,
  ): void {
    if (level === 'error' && isRefusal(attributes)) return;
    super.write(level, attributes, message);
  }
}

function isRefusal(attributes: unknown): boolean {
  const { extensions } = (attributes ?? {}) as { extensions?: { code?: unknown; recovery?: unknown } };
  return (
    typeof extensions?.code === 'string' &&
    extensions.code !== 'INTERNAL_ERROR' &&
    Array.isArray(extensions.recovery)
  );
}
