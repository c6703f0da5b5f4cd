import { join } from 'node:path';
import { voiceEmbedded, type EventPayload, type voiceRequested } from '@colloquy/contracts';
import { EngineError, withScratchFolder, type AudioSlice, type RunOptions } from '@colloquy/engines';
import { lengthMs, type Interval } from '@colloquy/speech';
import type { Storage } from '@colloquy/storage';
import { inTransaction, toProblem, type JobQueue, type Problem } from '@colloquy/subgraph';
import type { DataSource } from 'typeorm';
import type { AudioDecoder } from '../processing/audio-decoder.ts';
import { mayPass, problemOf } from '../processing/processing.errors.ts';
import { sourceKey } from '../processing/storage-keys.ts';

type Requested = EventPayload<typeof voiceRequested>;
type Embedded = EventPayload<typeof voiceEmbedded>;

/** The part of the speech engines that tells voices. */
export interface VoiceEngines {
  diarizer: { embedder: { model: string } };
  embedVoices(
    slice: AudioSlice,
    voices: readonly { stretches: readonly Interval[] }[],
    options: RunOptions,
  ): Promise<number[][]>;
}

interface VoiceEmbeddingOptions {
  dataSource: DataSource;
  jobs: Pick<JobQueue, 'publish'>;
  storage: Storage;
  decode: AudioDecoder;
  scratchDir: string;
  maxDurationMs: number;
  engines: () => Promise<VoiceEngines>;
}

/** A shorter stretch is no word; less of a voice tells nothing. */
const MIN_STRETCH_MS = 600;
const MIN_VOICE_MS = 1_000;
/** More of a voice adds nothing but time. */
const MAX_VOICE_MS = 60_000;

/** Listens to voices in recordings that are at hand, for whoever asked. */
export class VoiceEmbedding {
  constructor(private readonly options: VoiceEmbeddingOptions) {}

  /** Answers with vectors or a problem; what may pass is thrown and tried again. */
  async answer(request: Requested, signal: AbortSignal): Promise<void> {
    let answer: Pick<Embedded, 'model' | 'voices' | 'problem'>;
    try {
      answer = { ...(await this.embed(request, signal)), problem: null };
    } catch (error) {
      if (signal.aborted || mayPass(error) || !(error instanceof EngineError)) throw error;
      answer = refused(problemOf(error).problem);
    }
    await this.publish(request, answer);
  }

  /** After the last try, also when the process died of each. */
  async giveUp(request: Requested): Promise<void> {
    await this.publish(
      request,
      refused(
        toProblem({
          code: 'VOICES_NOT_EMBEDDED',
          message: 'The voices could not be listened to, though it was tried several times.',
          troubleshooting: ['Look for “job failed for good” in the log of the worker.'],
          recovery: ['Try again when the cause is gone.'],
        }),
      ),
    );
  }

  private async embed(
    { recordingId, voices }: Requested,
    signal: AbortSignal,
  ): Promise<Pick<Embedded, 'model' | 'voices'>> {
    const { storage, decode, scratchDir, maxDurationMs } = this.options;
    if (!(await storage.stat(sourceKey(recordingId)))) throw noAudio();
    const engines = await this.options.engines();
    return withScratchFolder(scratchDir, async (folder) => {
      const pcmPath = join(folder, 'audio.pcm');
      const { durationMs } = await storage.localPath(sourceKey(recordingId), (source) =>
        decode(source, pcmPath, { signal, maxDurationMs }),
      );
      const heard = voices.flatMap(({ key, intervals }) => {
        const stretches = usable(intervals, durationMs);
        const speechMs = stretches.reduce((sum, stretch) => sum + lengthMs(stretch), 0);
        return speechMs < MIN_VOICE_MS ? [] : [{ key, stretches, speechMs }];
      });
      const slice = { pcmPath, startMs: 0, endMs: durationMs };
      const vectors = heard.length === 0 ? [] : await engines.embedVoices(slice, heard, { signal });
      return {
        model: engines.diarizer.embedder.model,
        voices: heard.flatMap(({ key, speechMs }, i) => {
          const vector = vectors[i];
          return vector?.every(Number.isFinite) ? [{ key, vector, speechMs }] : [];
        }),
      };
    });
  }

  private async publish(
    { workspaceId, recordingId, requestId }: Requested,
    answer: Pick<Embedded, 'model' | 'voices' | 'problem'>,
  ): Promise<void> {
    const { dataSource, jobs } = this.options;
    await inTransaction(dataSource, (tx) =>
      jobs.publish(tx, voiceEmbedded, { workspaceId, recordingId, requestId, ...answer }),
    );
  }
}

const refused = (problem: Problem) => ({ model: null, voices: [], problem });

/** The longest stretches, up to a minute, in order of time. */
function usable(intervals: readonly Interval[], durationMs: number): Interval[] {
  const inside = intervals
    .map(({ startMs, endMs }) => ({ startMs, endMs: Math.min(endMs, durationMs) }))
    .filter((interval) => lengthMs(interval) >= MIN_STRETCH_MS)
    .toSorted((a, b) => lengthMs(b) - lengthMs(a));
  let left = MAX_VOICE_MS;
  const chosen: Interval[] = [];
  for (const { startMs, endMs } of inside) {
    if (left < MIN_STRETCH_MS) break;
    const stretch = { startMs, endMs: Math.min(endMs, startMs + left) };
    left -= lengthMs(stretch);
    chosen.push(stretch);
  }
  return chosen.toSorted((a, b) => a.startMs - b.startMs);
}

const noAudio = (): EngineError =>
  new EngineError('RECORDING_WITHOUT_AUDIO', 'There is no audio of this recording to listen to.', {
    troubleshooting: ['An imported transcript may have come without audio.'],
    recovery: ['Choose speech of a recording that has audio.'],
  });
