// The only reader of process.env in the gateway.
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const repository = fileURLToPath(new URL('../..', import.meta.url));

const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean),
  );

const flag = z.stringbool().default(false);

const remote = z.object({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: z.string().optional(),
  entry: z.string(),
});

const remotes = z
  .string()
  .default('[]')
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({
        code: 'custom',
        message: 'REMOTES is not JSON: expected [{"name":"chat","entry":"http://…/mf-manifest.json"}]',
      });
      return z.NEVER;
    }
  })
  .pipe(z.array(remote));

const schema = z.object({
  /** Address to listen on; anything but a loopback address opens Colloquy to the network. */
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  INGEST_URL: z.url().default('http://127.0.0.1:4101'),
  TRANSCRIPT_URL: z.url().default('http://127.0.0.1:4102'),
  CHAT_URL: z.url().default('http://127.0.0.1:4103'),
  /** Shows the services that a request comes from here; they have the same. */
  SERVICE_TOKEN: z.string().min(16).optional(),
  SUPERGRAPH: z.string().default(`${repository}schema/supergraph.graphql`),
  /** Folder holding `<name>/dist` for the shell and each remote. */
  WEB_ROOT: z.string().default(`${repository}frontends`),
  /** Replaces the entry of a built-in remote, or adds one: `[{name, title, entry}]`. */
  REMOTES: remotes,
  /** Host names this gateway answers to, beside the loopback names; empty means any when HOST is not loopback. */
  ALLOWED_HOSTS: list,
  /** Origins of other web apps that may call this gateway, for example `https://intranet.example`. */
  CORS_ORIGINS: list,
  DISABLE_INTROSPECTION: flag,
  MAX_DEPTH: z.coerce.number().int().positive().default(14),
  /** In objects fetched: see graph/cost.ts. */
  MAX_COST: z.coerce.number().int().positive().default(20_000),
  MAX_ALIASES: z.coerce.number().int().nonnegative().default(30),
  MAX_DIRECTIVES: z.coerce.number().int().nonnegative().default(50),
  MAX_TOKENS: z.coerce.number().int().positive().default(2_000),
  MAX_BODY_BYTES: z.coerce.number().int().positive().default(1_048_576),
  /** For operations that carry a whole file in a variable (`importTranscript`). */
  MAX_IMPORT_BODY_BYTES: z.coerce.number().int().positive().default(26_214_400),
  /** WebSockets open at a time. */
  MAX_SOCKETS: z.coerce.number().int().positive().default(2_000),
  MAX_SUBSCRIPTIONS_PER_SOCKET: z.coerce.number().int().positive().default(250),
  SUBGRAPH_TIMEOUT_SECONDS: z.coerce.number().positive().default(60),
  /** How long requests in flight may take to finish after SIGTERM. */
  SHUTDOWN_SECONDS: z.coerce.number().nonnegative().default(10),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
});

export type GatewayEnv = z.infer<typeof schema>;

/** Reads and validates the environment; throws one Error naming every variable that is wrong. */
export function readEnv(source: Record<string, string | undefined> = process.env): GatewayEnv {
  const result = schema.safeParse(source);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The gateway's environment is not valid:\n${problems.join('\n')}`);
}
