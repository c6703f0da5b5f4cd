import type { RecognizedWord } from '@colloquy/speech';
import sherpa from 'sherpa-onnx-node';
import { SAMPLE_RATE } from '../../media/pcm-file.ts';
import { planUtterances, toRecordingMs, type UtterancePlan } from '../../recognizers/utterances.ts';
import { readUtterance, splitLongRegions } from '../../recognizers/utterance-audio.ts';
import { WHISPER_LANGUAGES } from '../../recognizers/whisper-languages.ts';
import {
  spreadWords,
  wordsFromSegments,
  wordsFromTokens,
  type TokenWord,
} from '../../recognizers/words-from-tokens.ts';
import type { Breathe, HostTasks, OfflineRecognizeTaskInput } from '../host.protocol.ts';
import { withSlice } from './open-slice.ts';

type Family = OfflineRecognizeTaskInput['model']['family'];

/**
 * Whisper hears exactly 30 s. Moonshine gives no word times, so it hears one region at a time: a region's own times
 * then bound the error. Transducers attend over their whole input, whose memory grows with its square.
 */
const PLANS: Record<Family, UtterancePlan> = {
  whisper: { maxMs: 28_000, padMs: 200 },
  moonshine: { maxMs: 0, padMs: 100 },
  transducer: { maxMs: 30_000, padMs: 200 },
};
const LONGEST_REGION_MS: Record<Family, number> = { whisper: 26_000, moonshine: 12_000, transducer: 30_000 };

let loaded: { key: string; recognizer: InstanceType<typeof sherpa.OfflineRecognizer> } | undefined;

function load(
  { family, files }: OfflineRecognizeTaskInput['model'],
  language: string,
): InstanceType<typeof sherpa.OfflineRecognizer> {
  const key = `${files['encoder']}:${language}`;
  if (loaded?.key !== key) {
    const { tokens, ...parts } = files;
    const modelConfig: Record<Family, object> = {
      whisper: {
        whisper: {
          ...parts,
          language,
          task: 'transcribe',
          tailPaddings: -1,
          // Only models exported with their attention give the first; segments are what every Whisper can say.
          enableTokenTimestamps: 1,
          enableSegmentTimestamps: 1,
        },
      },
      moonshine: { moonshine: parts },
      transducer: { transducer: parts, modelType: 'nemo_transducer' },
    };
    loaded = {
      key,
      recognizer: new sherpa.OfflineRecognizer({
        featConfig: { sampleRate: SAMPLE_RATE, featureDim: 80 },
        modelConfig: { ...modelConfig[family], tokens, numThreads: 1, provider: 'cpu', debug: 0 },
        decodingMethod: 'greedy_search',
      }),
    };
  }
  return loaded.recognizer;
}

/** Whisper ends its process on a language it does not know: without a hint it finds out by itself. */
function languageHint(language: string | null): string {
  const [code = ''] = (language ?? '').toLowerCase().split('-');
  return WHISPER_LANGUAGES.includes(code) ? code : '';
}

/** Words by the model's own times where it gives them, else by its segments', else spread over the utterance. */
function timedWords(result: sherpa.OfflineResult, durationMs: number): TokenWord[] {
  const { text, tokens, timestamps, durations, ys_log_probs: logProbabilities } = result;
  const timed = wordsFromTokens({
    tokens,
    timestamps,
    ...(durations ? { durations } : {}),
    ...(logProbabilities ? { logProbabilities } : {}),
  });
  if (timed.length > 0) return timed;
  const segments = (result.segment_texts ?? []).map((part, i) => {
    const start = result.segment_timestamps?.[i] ?? 0;
    return { text: part, start, end: start + (result.segment_durations?.[i] ?? 0) };
  });
  return segments.length > 0 ? wordsFromSegments(segments) : spreadWords(text, durationMs);
}

/** What was said, by a model that hears one utterance at a time. */
export function recognizeOffline(
  { slice, regions, language, model }: OfflineRecognizeTaskInput,
  breathe: Breathe,
): Promise<HostTasks['recognize-offline']['output']> {
  return withSlice(slice, async ({ file }) => {
    const recognizer = load(model, languageHint(language));
    const utterances = planUtterances(
      splitLongRegions(file, regions, LONGEST_REGION_MS[model.family]),
      slice,
      PLANS[model.family],
    );
    const words: RecognizedWord[] = [];
    const languages = new Map<string, number>();
    for (const [i, utterance] of utterances.entries()) {
      const stream = recognizer.createStream();
      stream.acceptWaveform({ samples: readUtterance(file, utterance), sampleRate: SAMPLE_RATE });
      recognizer.decode(stream);
      const result = recognizer.getResult(stream);
      for (const word of timedWords(result, utterance.durationMs)) {
        const startMs = toRecordingMs(utterance, word.startMs);
        words.push({ ...word, startMs, endMs: Math.max(startMs + 10, toRecordingMs(utterance, word.endMs)) });
      }
      const { lang } = result;
      if (lang) languages.set(lang, (languages.get(lang) ?? 0) + utterance.durationMs);
      await breathe((i + 1) / utterances.length);
    }
    const [spoken] = [...languages].sort((a, b) => b[1] - a[1]);
    return { words, language: spoken?.[0].replace(/[<|>]/g, '') ?? language };
  });
}
