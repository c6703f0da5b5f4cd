import { once } from 'node:events';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import type { TranscriptFormat } from './transcript-format.ts';
import { transcriptMalformed, transcriptTooComplex, tooManyImports } from './transcript-import.errors.ts';

export interface ParseTask {
  format: `${TranscriptFormat}`;
  content: string;
}

/** A transcript that was read, as little of it as the service needs: a long one is not copied back in its parts. */
export interface ReadTranscript {
  /** As it waits in storage: a `ParsedTranscript` as JSON. */
  document: string;
  /** What the file says it is in, unchecked. */
  language: string | null;
  /** Its first words, to tell its language by. */
  opening: string;
  endMs: number;
}

export type ParseAnswer =
  { kind: 'read'; transcript: ReadTranscript } | { kind: 'malformed'; line: number; reason: string };

/** From sources (tests) Node strips the types of the thread's modules itself. */
const EXTENSION = extname(fileURLToPath(import.meta.url));
const THREAD = new URL(`./parse.worker${EXTENSION}`, import.meta.url);
const EXEC_ARGV =
  EXTENSION === '.ts' ? ['--conditions=colloquy-source', '--disable-warning=ExperimentalWarning'] : [];

const THREADS = 2;
/** Many times what the largest file takes. */
const TIME_LIMIT_MS = 20_000;
const MEMORY_LIMIT_MB = 1_024;
/** Characters of files that wait for a thread. */
const MAX_WAITING = 100_000_000;

/**
 * Reads files that people bring, each in a thread of its own with limits of time and memory: whatever is in one, it
 * costs its import and nothing else.
 */
export class TranscriptReader {
  private readonly inTurn = pLimit(THREADS);
  private waiting = 0;

  constructor(private readonly timeLimitMs = TIME_LIMIT_MS) {}

  /** @throws ExpectedError `TRANSCRIPT_MALFORMED` with line and reason · `TRANSCRIPT_TOO_COMPLEX` · `IMPORTS_BUSY` */
  async read(task: ParseTask): Promise<ReadTranscript> {
    if (this.waiting + task.content.length > MAX_WAITING) throw tooManyImports();
    this.waiting += task.content.length;
    const answer = await this.inTurn(() => {
      this.waiting -= task.content.length;
      return this.parse(task);
    });
    if (answer.kind === 'malformed') throw transcriptMalformed(answer.line, answer.reason);
    return answer.transcript;
  }

  private async parse(task: ParseTask): Promise<ParseAnswer> {
    const thread = new Worker(THREAD, {
      workerData: task,
      execArgv: EXEC_ARGV,
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
    });
    const signal = AbortSignal.timeout(this.timeLimitMs);
    try {
      const [answer] = (await once(thread, 'message', { signal })) as [ParseAnswer];
      return answer;
    } catch (error) {
      if (signal.aborted || isOutOfMemory(error)) throw transcriptTooComplex(this.timeLimitMs);
      throw error;
    } finally {
      await thread.terminate();
    }
  }
}

const isOutOfMemory = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' || error instanceof RangeError;
