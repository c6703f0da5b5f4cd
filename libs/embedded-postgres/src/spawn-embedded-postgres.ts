import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { EmbeddedPostgresError, FAILURES, type FailureCode } from './embedded-postgres.errors.ts';
import { inheritedEnvironment, VARIABLES } from './env.ts';

/** How a process ended; see FAILURES for the codes, SIGKILL is also what the watchdog sends. */
export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface SpawnOptions {
  /** Folder of the database, made when missing, or `memory://`. */
  dataDir: string;
  /** On 127.0.0.1; 0 takes a free one. */
  port: number;
  password: string;
  /** Ends a hung query together with the process; 0 for never, default 600. */
  queryTimeoutSeconds?: number;
  logLevel?: string;
  /** When given, it is started again, on the same port, after it ended unasked; called once it takes connections. */
  onRestart?: (exit: Exit) => void;
  /** It ended unasked and is not, or could not be, started again. */
  onExit?: (exit: Exit) => void;
}

export interface SpawnedPostgres {
  url: string;
  port: number;
  /** Of the process that runs now. */
  readonly pid: number;
  /** Asks it to stop and waits until it has; kills it after 15 s. */
  stop(): Promise<void>;
}

const STOP_MS = 15_000;
/** Before it is started again, so that a crash at every start is no busy loop. */
const RESTART_DELAY_MS = 200;
const START_ATTEMPTS = 5;

/**
 * Starts the database in a process of its own and resolves when it takes connections; rejects with the
 * EmbeddedPostgresError the process reported. The process stops when this one ends, however it ends.
 */
export async function spawnEmbeddedPostgres(options: SpawnOptions): Promise<SpawnedPostgres> {
  const first = await start(options, options.port);
  const { port } = first;
  let { child } = first;
  let stopping = false;

  const watch = (): void => {
    child.once('exit', (code, signal) => {
      if (stopping) return;
      const exit = { code, signal };
      if (options.onRestart) void restart(exit);
      else options.onExit?.(exit);
    });
  };
  const restart = async (exit: Exit): Promise<void> => {
    for (let attempt = 1; attempt <= START_ATTEMPTS && !stopping; attempt++) {
      await sleep(attempt * RESTART_DELAY_MS);
      try {
        ({ child } = await start(options, port));
      } catch {
        continue;
      }
      watch();
      if (stopping) child.kill('SIGTERM');
      else options.onRestart?.(exit);
      return;
    }
    if (!stopping) options.onExit?.(exit);
  };
  watch();

  return {
    url: `postgresql://postgres:${encodeURIComponent(options.password)}@127.0.0.1:${port}/postgres`,
    port,
    get pid() {
      return child.pid ?? 0;
    },
    stop: async () => {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      await exited;
      clearTimeout(timer);
    },
  };
}

async function start(options: SpawnOptions, port: number): Promise<{ child: ChildProcess; port: number }> {
  const entry = fileURLToPath(
    new URL(import.meta.url.endsWith('.ts') ? './main.ts' : './main.js', import.meta.url),
  );
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', entry], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      ...inheritedEnvironment(),
      [VARIABLES.dataDir]: options.dataDir,
      [VARIABLES.port]: String(port),
      [VARIABLES.password]: options.password,
      [VARIABLES.queryTimeoutSeconds]: String(options.queryTimeoutSeconds ?? 600),
      [VARIABLES.stopWithParent]: '1',
      ...(options.logLevel === undefined ? {} : { [VARIABLES.logLevel]: options.logLevel }),
    },
  });
  child.stdin.on('error', () => undefined); // it may be gone before we are
  const line = await firstLine(child);
  if (line?.ready === true && typeof line.port === 'number') return { child, port: line.port };
  const code = line?.code && line.code in FAILURES ? (line.code as FailureCode) : 'UNEXPECTED';
  throw new EmbeddedPostgresError(
    code,
    line?.message ??
      `The database process ended before it was ready (exit code ${child.exitCode}, signal ${child.signalCode}).`,
    line?.troubleshooting,
  );
}

interface ReadyLine {
  ready: boolean;
  port?: number;
  code?: string;
  message?: string;
  troubleshooting?: string[];
}

/** What the process says about its start, or undefined when it ended without a word. */
function firstLine(child: ChildProcess): Promise<ReadyLine | undefined> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve(undefined));
    if (child.stdout)
      createInterface({ input: child.stdout }).once('line', (line) => resolve(JSON.parse(line) as ReadyLine));
  });
}
