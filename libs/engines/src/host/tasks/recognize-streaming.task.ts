import type { RecognizedWord } from '@colloquy/speech';
import sherpa from 'sherpa-onnx-node';
import { SAMPLE_RATE } from '../../media/pcm-file.ts';
import { planUtterances, toRecordingMs } from '../../recognizers/utterances.ts';
import { readUtterance, splitLongRegions } from '../../recognizers/utterance-audio.ts';
import { wordsFromTokens } from '../../recognizers/words-from-tokens.ts';
import type { Breathe, StreamingRecognizeTaskInput } from '../host.protocol.ts';
import { withSlice } from './open-slice.ts';

const PLAN = { maxMs: 30_000, padMs: 150 };
/** The model needs what follows a word to be sure of it. */
const TAIL = new Float32Array(0.8 * SAMPLE_RATE);

let loaded: { key: string; recognizer: InstanceType<typeof sherpa.OnlineRecognizer> } | undefined;

function load({
  tokens,
  ...transducer
}: StreamingRecognizeTaskInput['model']): InstanceType<typeof sherpa.OnlineRecognizer> {
  const key = transducer.encoder;
  if (loaded?.key !== key) {
    const config = {
      featConfig: { sampleRate: SAMPLE_RATE, featureDim: 80 },
      modelConfig: { transducer, tokens, numThreads: 1, provider: 'cpu', debug: 0 },
      decodingMethod: 'greedy_search',
    };
    loaded = { key, recognizer: new sherpa.OnlineRecognizer(config) };
  }
  return loaded.recognizer;
}

/** What was said, by a streaming transducer that is given whole utterances. */
export function recognizeStreaming(
  { slice, regions, model }: StreamingRecognizeTaskInput,
  breathe: Breathe,
): Promise<RecognizedWord[]> {
  return withSlice(slice, async ({ file }) => {
    const recognizer = load(model);
    const utterances = planUtterances(splitLongRegions(file, regions, PLAN.maxMs), slice, PLAN);
    const words: RecognizedWord[] = [];
    for (const [i, utterance] of utterances.entries()) {
      const stream = recognizer.createStream();
      stream.acceptWaveform({ samples: readUtterance(file, utterance), sampleRate: SAMPLE_RATE });
      stream.acceptWaveform({ samples: TAIL, sampleRate: SAMPLE_RATE });
      stream.inputFinished();
      while (recognizer.isReady(stream)) recognizer.decode(stream);
      const { tokens, timestamps, ys_probs: logProbabilities } = recognizer.getResult(stream);
      for (const word of wordsFromTokens({
        tokens,
        timestamps,
        ...(logProbabilities ? { logProbabilities } : {}),
      })) {
        const startMs = toRecordingMs(utterance, word.startMs);
        words.push({ ...word, startMs, endMs: Math.max(startMs + 10, toRecordingMs(utterance, word.endMs)) });
      }
      await breathe((i + 1) / utterances.length);
    }
    return words;
  });
}
