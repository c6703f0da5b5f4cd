import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Interval } from '@colloquy/speech';
import { EngineError } from '../engine.error.ts';
import { PcmFile } from '../media/pcm-file.ts';
import { runProcess } from '../media/run-process.ts';
import type {
  AudioSlice,
  EngineInfo,
  Recognition,
  RecognizedWord,
  RecognizeOptions,
  Recognizer,
} from '../ports.ts';
import { withScratchFolder } from '../scratch.ts';
import { parseCtm } from './ctm.ts';
import { planUtterances, toRecordingMs, type Utterance } from './utterances.ts';
import { readUtterance, splitLongRegions } from './utterance-audio.ts';

export interface PocketSphinxOptions {
  /** `pocketsphinx_batch`. */
  command: string;
  /** Debian's `pocketsphinx-en-us`: acoustic model, language model, dictionary. */
  modelDir: string;
  /** Where the speech lies while it is recognised. */
  scratchDir: string;
  version: string;
  timeoutMs: number;
}

/** Long enough for its cepstral mean to settle. */
const PLAN = { maxMs: 60_000, padMs: 100 };
const INSTALL = 'Install it: apt-get install pocketsphinx pocketsphinx-en-us';

/** English drafts without any download, in a process of its own per call. */
export class PocketSphinxRecognizer implements Recognizer {
  readonly info: EngineInfo;
  readonly #options: PocketSphinxOptions;

  constructor(options: PocketSphinxOptions) {
    this.info = { engine: 'pocketsphinx', model: 'en-us', version: options.version };
    this.#options = options;
  }

  async recognize(
    slice: AudioSlice,
    regions: readonly Interval[],
    options: RecognizeOptions,
  ): Promise<Recognition> {
    const started = performance.now();
    const words = await withScratchFolder(this.#options.scratchDir, async (folder) => {
      const utterances = await writeUtterances(slice, regions, folder, options.signal);
      return utterances.length > 0 ? this.#decode(folder, utterances, options) : [];
    });
    return { words, language: 'en', seconds: (performance.now() - started) / 1000 };
  }

  async #decode(
    folder: string,
    utterances: readonly Utterance[],
    { signal, onProgress, timeoutMs = this.#options.timeoutMs }: RecognizeOptions,
  ): Promise<RecognizedWord[]> {
    const { command, modelDir } = this.#options;
    let done = 0;
    const onDiagnostics = (chunk: Buffer) => {
      // One such line per utterance: "INFO: batch.c(778): 00003: 12.34 seconds speech, …".
      const finished = chunk.toString('latin1').match(/seconds speech/g)?.length ?? 0;
      done += finished;
      if (finished > 0) onProgress?.(Math.min(1, done / utterances.length));
    };
    const result = await runProcess(command, batchArguments(folder, modelDir), {
      signal,
      timeoutMs,
      onDiagnostics,
    }).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'ENOENT') throw cause;
      throw new EngineError('POCKETSPHINX_MISSING', `${command} is not installed.`, {
        recovery: [INSTALL, 'Or choose another engine with RECOGNIZER; `npm run models -- list` shows them.'],
        cause,
      });
    });
    if (result.exitCode !== 0) throw failed(result);
    const byId = new Map(utterances.map((utterance, i) => [utteranceId(i), utterance]));
    return parseCtm(await readFile(join(folder, 'ctm'), 'utf8')).flatMap(
      ({ utterance: id, text, confidence, ...times }) => {
        const utterance = byId.get(id);
        if (!utterance) return [];
        const startMs = toRecordingMs(utterance, times.startMs);
        return [
          { text, confidence, startMs, endMs: Math.max(startMs + 10, toRecordingMs(utterance, times.endMs)) },
        ];
      },
    );
  }
}

function batchArguments(folder: string, modelDir: string): string[] {
  return [
    ...[
      '-hmm',
      join(modelDir, 'en-us'),
      '-lm',
      join(modelDir, 'en-us.lm.bin'),
      '-dict',
      join(modelDir, 'cmudict-en-us.dict'),
    ],
    ...[
      '-adcin',
      'yes',
      '-cepdir',
      folder,
      '-cepext',
      '.raw',
      '-ctl',
      join(folder, 'ctl'),
      '-hyp',
      join(folder, 'hyp'),
      '-ctm',
      join(folder, 'ctm'),
    ],
    // Its own silence removal (the default) shifts the times of words by seconds.
    ...['-remove_silence', 'no', '-lw', '5.5'],
  ];
}

const utteranceId = (index: number): string => String(index).padStart(6, '0');

/** One raw file per utterance and the control file that lists them. */
async function writeUtterances(
  slice: AudioSlice,
  regions: readonly Interval[],
  folder: string,
  signal: AbortSignal,
): Promise<Utterance[]> {
  const file = new PcmFile(slice.pcmPath);
  try {
    const utterances = planUtterances(splitLongRegions(file, regions, PLAN.maxMs), slice, PLAN);
    for (const [i, utterance] of utterances.entries()) {
      signal.throwIfAborted();
      await writeFile(join(folder, `${utteranceId(i)}.raw`), toPcm(readUtterance(file, utterance)));
    }
    await writeFile(join(folder, 'ctl'), utterances.map((_, i) => `${utteranceId(i)}\n`).join(''));
    return utterances;
  } finally {
    file.close();
  }
}

function toPcm(samples: Float32Array): Buffer {
  const pcm = Buffer.alloc(samples.length * 2);
  samples.forEach((value, i) =>
    pcm.writeInt16LE(Math.round(Math.max(-1, Math.min(1, value)) * 32_767), i * 2),
  );
  return pcm;
}

function failed({
  exitCode,
  stderr,
  timedOut,
}: {
  exitCode: number | null;
  stderr: string;
  timedOut: boolean;
}): EngineError {
  const lastError = stderr.split('\n').findLast((line) => /ERROR|FATAL/.test(line));
  if (timedOut)
    return new EngineError('ENGINE_TIMEOUT', 'PocketSphinx did not finish in time and was ended.', {
      transient: true,
      recovery: ['Retry, or raise TRANSCRIPTION_TIMEOUT_SECONDS.'],
    });
  return new EngineError(
    'ENGINE_CRASHED',
    `PocketSphinx ended unexpectedly (${exitCode === null ? 'by a signal' : `exit code ${exitCode}`}).`,
    {
      transient: exitCode === null,
      troubleshooting: [
        ...(lastError ? [lastError.slice(0, 300)] : []),
        'Are its models where POCKETSPHINX_MODEL_DIR says (Debian: package pocketsphinx-en-us)?',
      ],
      recovery: ['Retry, or choose another engine with RECOGNIZER.'],
    },
  );
}
