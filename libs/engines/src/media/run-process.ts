import { spawn } from 'node:child_process';
import { childEnvironment } from '../env.ts';

export interface ProcessRun {
  signal: AbortSignal;
  timeoutMs: number;
  /** Called with each piece of standard output, which is then not collected. */
  onOutput?: (chunk: Buffer) => void;
  /** Called with each piece of standard error, whose tail is collected all the same. */
  onDiagnostics?: (chunk: Buffer) => void;
  /** Standard output beyond this ends the process. */
  maxOutputBytes?: number;
}

export interface ProcessResult {
  /** Null when a signal ended it. */
  exitCode: number | null;
  stdout: string;
  /** The last few kilobytes. */
  stderr: string;
  timedOut: boolean;
}

const STDERR_TAIL = 4_096;

/**
 * Runs a program without a shell, with next to nothing of our environment, and never outliving the
 * caller's patience. Rejects with the signal's reason when aborted, and when the program cannot be started (ENOENT).
 */
export function runProcess(
  command: string,
  args: readonly string[],
  { signal, timeoutMs, onOutput, onDiagnostics, maxOutputBytes = 1 << 20 }: ProcessRun,
): Promise<ProcessResult> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: childEnvironment() });
    let stdout = '';
    let stderr = '';
    let outputBytes = 0;
    let timedOut = false;
    const kill = () => child.kill('SIGKILL');
    const timer = setTimeout(() => {
      timedOut = true;
      kill();
    }, timeoutMs);
    signal.addEventListener('abort', kill, { once: true });
    child.stdout.on('data', (chunk: Buffer) => {
      if (onOutput) return onOutput(chunk);
      outputBytes += chunk.length;
      if (outputBytes > maxOutputBytes) kill();
      else stdout += chunk.toString('utf8');
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr = (stderr + chunk.toString('utf8')).slice(-STDERR_TAIL);
      onDiagnostics?.(chunk);
    });
    const settle = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', kill);
    };
    child.once('error', (error) => {
      settle();
      reject(error);
    });
    child.once('close', (exitCode) => {
      settle();
      if (signal.aborted) reject(signal.reason);
      else resolve({ exitCode, stdout, stderr: printable(stderr), timedOut });
    });
  });
}

/** Control characters from a hostile file's metadata must not reach logs or terminals. */
function printable(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, ' ').trim();
}
