import { lengthMs, mergeIntervals } from '@colloquy/speech';
import { totalMs } from '../diarize/local-activity.ts';
import type { EngineHost } from '../host/engine-host.ts';
import { sileroModel, speaker96Model } from '../models/bundled.ts';
import type {
  AudioSlice,
  Diarization,
  DiarizeOptions,
  Diarizer,
  EngineInfo,
  SpeakerEmbedder,
} from '../ports.ts';
import { longestMonologues, turnsOf } from './assemblyai-answer.ts';
import type { AssemblyAiClient } from './assemblyai.client.ts';

interface Options {
  timeoutMs: number;
  nextRung: string | null;
}

const DETECTION_SHARE = 0.05;
const HEARD_SHARE = 0.95;
/** A shorter monologue says too little about a voice. */
const MIN_MONOLOGUE_MS = 1_000;
/** More of a monologue adds nothing to a voice but time. */
const MAX_MONOLOGUE_MS = 30_000;

/**
 * Who spoke when, by AssemblyAI, which gives no voices: the longest monologue of each speaker is embedded here, so that
 * speakers can be matched from slice to slice.
 */
export class AssemblyAiDiarizer implements Diarizer {
  readonly info: EngineInfo;
  readonly embedder: SpeakerEmbedder;
  readonly embedderModel = speaker96Model;
  readonly #client: AssemblyAiClient;
  readonly #host: EngineHost;
  readonly #options: Options;

  /** @param embedder speaker-96, and when two of its vectors are one voice */
  constructor(client: AssemblyAiClient, host: EngineHost, embedder: SpeakerEmbedder, options: Options) {
    this.#client = client;
    this.#host = host;
    this.#options = options;
    this.embedder = embedder;
    this.info = { ...client.info, model: `${client.info.model} + ${embedder.model}` };
  }

  async diarize(
    slice: AudioSlice,
    { expectedSpeakers, language, ...options }: DiarizeOptions,
  ): Promise<Diarization> {
    const started = performance.now();
    const { signal, onProgress } = options;
    const [vadModel, embedderModel] = await Promise.all([sileroModel(), speaker96Model()]);
    const regions = await this.#host.run('detect-speech', { slice, vadModel }, { signal });
    onProgress?.(DETECTION_SHARE);
    const seconds = () => (performance.now() - started) / 1000;
    if (regions.length === 0) return { turns: [], regions, speakers: [], seconds: seconds() };

    const wishes = { language, speakers: true, expectedSpeakers };
    const { words } = await this.#client.hear(slice, wishes, { ...this.#options, ...options });
    onProgress?.(HEARD_SHARE);
    const turns = turnsOf(words);
    const monologues = longestMonologues(words)
      .filter((monologue) => lengthMs(monologue) >= MIN_MONOLOGUE_MS)
      .map(({ speaker, startMs, endMs }) => ({
        label: speaker,
        stretches: [{ startMs, endMs: Math.min(endMs, startMs + MAX_MONOLOGUE_MS) }],
      }));
    const vectors = await this.#host.run(
      'embed-voices',
      { slice, voices: monologues, embedderModel },
      { signal },
    );
    return {
      turns,
      // A word that was understood is speech, whatever the detector says.
      regions: mergeIntervals([...regions, ...words]),
      speakers: monologues.flatMap(({ label }, i) => {
        const own = turns.filter(({ speaker }) => speaker === label);
        const vector = vectors[i];
        return vector ? [{ label, vector, speechMs: totalMs(own) }] : [];
      }),
      seconds: seconds(),
    };
  }
}
