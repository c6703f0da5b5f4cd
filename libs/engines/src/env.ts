import { join, resolve } from 'node:path';
import { z } from 'zod';

/** Options of the speech engines: a raw shape to spread into a service's environment. */
export const speechEnv = {
  /** `auto` (the best rung there is), or the id of a rung as `npm run models -- list` and `speechEngines` show it. */
  RECOGNIZER: z.string().min(1).default('auto'),
  DIARIZER: z.string().min(1).default('auto'),
  /** Folder with one sub-folder per model. Default: `models` in the data folder. */
  SPEECH_MODELS_DIR: z.string().min(1).optional(),
  /** A mirror of github.com to download models from. */
  SPEECH_MODELS_HUB: z.url({ protocol: /^https?$/ }).optional(),
  /** Address of an OpenAI-compatible API up to and including its version, for example `https://api.openai.com/v1`. */
  TRANSCRIPTION_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRANSCRIPTION_API_KEY: z.string().min(1).optional(),
  TRANSCRIPTION_MODEL: z.string().min(1).default('whisper-1'),
  /** Address of a diarization model: `https://<workspace>/serving-endpoints/<name>/invocations`. */
  DIARIZATION_ENDPOINT_URL: z.url({ protocol: /^https?$/ }).optional(),
  DIARIZATION_ENDPOINT_TOKEN: z.string().min(1).optional(),
  /** The voice model whose vectors the endpoint gives, and how long they are. Vectors of different models are never compared. */
  DIARIZATION_EMBEDDER: z.string().min(1).default('pyannote/embedding'),
  DIARIZATION_EMBEDDER_DIMENSIONS: z.coerce.number().int().positive().max(8_192).default(512),
  /** With it AssemblyAI transcribes and tells speakers. */
  ASSEMBLYAI_API_KEY: z.string().min(1).optional(),
  ASSEMBLYAI_BASE_URL: z.url({ protocol: /^https?$/ }).default('https://api.assemblyai.com'),
  /** In order of preference, comma separated. */
  ASSEMBLYAI_MODELS: z.string().min(1).default('universal-3-5-pro,universal-2'),
  /** Whether audio goes to the endpoint in parts of at most 16 MB, cut at silences. */
  ENABLE_AUDIO_CHUNKING: z.stringbool().default(true),
  /** Cosine from which two voices of one recording are one speaker, instead of each voice model's own. */
  SPEAKER_SIMILARITY_THRESHOLD: z.coerce.number().min(0).max(1).optional(),
  FFMPEG_PATH: z.string().min(1).default('ffmpeg'),
  FFPROBE_PATH: z.string().min(1).default('ffprobe'),
  POCKETSPHINX_PATH: z.string().min(1).default('pocketsphinx_batch'),
  POCKETSPHINX_MODEL_DIR: z.string().min(1).default('/usr/share/pocketsphinx/model/en-us'),
  /** Longest time one call of a diarizer (a chunk) may take. */
  DIARIZATION_TIMEOUT_SECONDS: z.coerce.number().positive().default(900),
  /** Longest time one call of a recogniser (a chunk) may take. */
  TRANSCRIPTION_TIMEOUT_SECONDS: z.coerce.number().positive().default(1_800),
  COLLOQUY_DATA: z.string().min(1).default('./data'),
};

export type SpeechEnv = z.infer<z.ZodObject<typeof speechEnv>>;

/** For the command line; services spread `speechEnv` into their own environment. */
export const readSpeechEnv = (): SpeechEnv => z.object(speechEnv).parse(process.env);

/** Absolute; made only when a model is downloaded. */
export const modelsDir = (env: SpeechEnv): string =>
  resolve(env.SPEECH_MODELS_DIR ?? join(env.COLLOQUY_DATA, 'models'));

/** Absolute; for temporary files of engines and decoders. */
export const scratchDir = (env: Pick<SpeechEnv, 'COLLOQUY_DATA'>): string =>
  resolve(env.COLLOQUY_DATA, 'scratch');

/** What programs we start may know of our environment: never a key or an address. */
export function childEnvironment(): Record<string, string> {
  const { PATH = '', HOME = '/', TMPDIR } = process.env;
  return { PATH, HOME, LC_ALL: 'C.UTF-8', ...(TMPDIR ? { TMPDIR } : {}) };
}
