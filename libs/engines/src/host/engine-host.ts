import { fork, type ChildProcess } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { childEnvironment } from '../env.ts';
import { EngineError } from '../engine.error.ts';
import type { RunOptions } from '../ports.ts';
import type { HostReply, HostTasks, TaskName } from './host.protocol.ts';

/** From sources (tests) Node strips the types of the child's modules itself. */
const EXTENSION = extname(fileURLToPath(import.meta.url));
const MAIN = fileURLToPath(new URL(`./host.main${EXTENSION}`, import.meta.url));
const EXEC_ARGV =
  EXTENSION === '.ts' ? ['--conditions=colloquy-source', '--disable-warning=ExperimentalWarning'] : [];

/** An idle process keeps its models loaded this long for the next chunk. */
const IDLE_MS = 30_000;
const STDERR_TAIL = 2_048;

/**
 * Runs native engines in processes of their own, `size` at a time, one task each. sherpa-onnx ends its process on a bad
 * model instead of throwing, and its calls block their thread: here that costs one task, never the service.
 */
export class EngineHost {
  readonly #size: number;
  readonly #idle = new Map<ChildProcess, NodeJS.Timeout>();
  readonly #all = new Set<ChildProcess>();
  readonly #waiting: (() => void)[] = [];
  #busy = 0;
  #closed = false;

  constructor({ size = 2 }: { size?: number } = {}) {
    this.#size = size;
  }

  /**
   * @throws EngineError `ENGINE_CRASHED` or `ENGINE_TIMEOUT` (transient), `MODEL_UNUSABLE`, `ENGINE_FAILED` with the
   * engine's own words; the signal's reason when aborted
   */
  async run<T extends TaskName>(
    task: T,
    input: HostTasks[T]['input'],
    { signal, onProgress, timeoutMs }: RunOptions,
  ): Promise<HostTasks[T]['output']> {
    await this.#takePlace(signal);
    let child: ChildProcess | undefined;
    try {
      child = this.#takeIdle() ?? this.#spawn();
      const value = await converse(child, { task, input }, { signal, onProgress, timeoutMs });
      this.#keep(child);
      return value as HostTasks[T]['output'];
    } catch (error) {
      if (child) this.#end(child);
      throw error;
    } finally {
      this.#leavePlace();
    }
  }

  /** Process ids of the engine processes alive. */
  get pids(): number[] {
    return [...this.#all].flatMap(({ pid }) => pid ?? []);
  }

  /** Ends every process; running tasks reject. */
  async close(): Promise<void> {
    this.#closed = true;
    const exits = [...this.#all].map((child) => new Promise((resolve) => child.once('exit', resolve)));
    for (const child of this.#all) {
      child.ref();
      this.#end(child);
    }
    await Promise.all(exits);
  }

  async #takePlace(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#busy < this.#size) this.#busy++;
    else await this.#waitForPlace(signal);
    if (!this.#closed) return;
    this.#leavePlace();
    throw new EngineError('ENGINE_CLOSED', 'The speech engines are shutting down.', { transient: true });
  }

  /** First come, first served; who gives up leaves the queue and never swallows somebody else's turn. */
  #waitForPlace(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const take = () => {
        signal.removeEventListener('abort', giveUp);
        resolve();
      };
      const giveUp = () => {
        this.#waiting.splice(this.#waiting.indexOf(take), 1);
        reject(signal.reason);
      };
      this.#waiting.push(take);
      signal.addEventListener('abort', giveUp, { once: true });
    });
  }

  /** Hands the place to whoever waits longest: it stays taken in between, so that no newcomer slips in. */
  #leavePlace(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#busy--;
  }

  #takeIdle(): ChildProcess | undefined {
    const [entry] = this.#idle;
    if (!entry) return undefined;
    const [child, timer] = entry;
    clearTimeout(timer);
    this.#idle.delete(child);
    return child;
  }

  #keep(child: ChildProcess): void {
    if (this.#closed || !child.connected) return this.#end(child);
    child.unref();
    child.channel?.unref?.();
    this.#idle.set(child, setTimeout(() => this.#end(child), IDLE_MS).unref());
  }

  #spawn(): ChildProcess {
    const child = fork(MAIN, [], {
      execPath: process.execPath,
      execArgv: EXEC_ARGV,
      env: childEnvironment(),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#all.add(child);
    child.on('error', () => {
      this.#end(child);
      // A process that could not be started never exits.
      if (child.pid === undefined) this.#all.delete(child);
    });
    child.once('exit', () => {
      clearTimeout(this.#idle.get(child));
      this.#idle.delete(child);
      this.#all.delete(child);
    });
    return child;
  }

  #end(child: ChildProcess): void {
    clearTimeout(this.#idle.get(child));
    this.#idle.delete(child);
    child.kill('SIGKILL');
  }
}

/** Sends one request and waits for its reply or for the end of the process, whichever comes first. */
function converse(
  child: ChildProcess,
  request: object,
  { signal, onProgress, timeoutMs }: RunOptions,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let stderr = '';
    let furthest = 0;
    const onReply = (reply: HostReply) => {
      if (reply.kind === 'progress') {
        if (reply.fraction <= furthest) return;
        furthest = reply.fraction;
        onProgress?.(Math.min(1, furthest));
      } else if (reply.kind === 'result') settle(() => resolve(reply.value));
      else
        settle(() =>
          reject(
            new EngineError('ENGINE_FAILED', `The speech engine could not do its work: ${reply.message}`),
          ),
        );
    };
    const onStderr = (chunk: Buffer) => (stderr = (stderr + chunk.toString('utf8')).slice(-STDERR_TAIL));
    const onExit = (code: number | null, endSignal: NodeJS.Signals | null) =>
      settle(() => reject(crashed(code, endSignal, stderr)));
    const onAbort = () => settle(() => reject(signal.reason));
    const onTimeout = () => settle(() => reject(timedOut(timeoutMs ?? 0)));
    const timer = timeoutMs === undefined ? undefined : setTimeout(onTimeout, timeoutMs);
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      child.off('message', onReply).off('close', onExit);
      child.stderr?.off('data', onStderr);
      finish();
    };
    if (signal.aborted) return settle(() => reject(signal.reason));
    signal.addEventListener('abort', onAbort, { once: true });
    // `close` rather than `exit`: by then all that the process said has been read.
    child.on('message', onReply).once('close', onExit);
    child.stderr?.on('data', onStderr);
    // The caller waits for it, so the caller's process stays for it: an idle one keeps nobody.
    child.ref();
    child.channel?.ref?.();
    child.send(request, (error) => error && onExit(child.exitCode, child.signalCode));
  });
}

/** What sherpa-onnx and its runtime say before they end over a file that is no model, or one of another kind. */
const UNUSABLE_MODEL = /Load model from .* failed|does not exist in the metadata|Unsupported .*model/i;

function crashed(code: number | null, signal: NodeJS.Signals | null, stderr: string): EngineError {
  const words = stderr
    .trim()
    .split('\n')
    .at(-1)
    ?.replace(/[^\P{Cc}]/gu, ' ')
    .trim()
    .slice(0, 300);
  if (UNUSABLE_MODEL.test(stderr))
    return new EngineError('MODEL_UNUSABLE', 'The speech engine cannot read its model.', {
      troubleshooting: words ? [`Its last words: ${words}`] : [],
      recovery: [
        'Remove the model and get it again: npm run models -- remove <name>, then get <name>.',
        'Or choose another engine with RECOGNIZER or DIARIZER.',
      ],
    });
  return new EngineError(
    'ENGINE_CRASHED',
    `The speech engine's process ended unexpectedly (${signal ?? `exit code ${code}`}).`,
    {
      transient: true,
      troubleshooting: [
        ...(words ? [`Its last words: ${words}`] : []),
        ...(signal === 'SIGKILL' ? ['SIGKILL usually means that the machine ran out of memory.'] : []),
      ],
      recovery: [
        'Retry. If it ends again at the same place, choose another engine with RECOGNIZER or DIARIZER.',
      ],
    },
  );
}

function timedOut(timeoutMs: number): EngineError {
  return new EngineError(
    'ENGINE_TIMEOUT',
    `The speech engine did not finish within ${Math.round(timeoutMs / 1000)} s and was ended.`,
    {
      transient: true,
      troubleshooting: ['The machine may be busy with other work.'],
      recovery: [
        'Retry, raise DIARIZATION_TIMEOUT_SECONDS or TRANSCRIPTION_TIMEOUT_SECONDS, or choose a smaller model.',
      ],
    },
  );
}
