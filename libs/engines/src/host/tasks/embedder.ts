import sherpa from 'sherpa-onnx-node';
import { unit, type Vector } from '../../diarize/vector.ts';
import { SAMPLE_RATE } from '../../media/pcm-file.ts';

export type Embed = (samples: Float32Array) => Vector;

let loaded: { model: string; extractor: InstanceType<typeof sherpa.SpeakerEmbeddingExtractor> } | undefined;

/** The voice of some seconds of speech as a unit vector. The model stays loaded for the next task. */
export function loadEmbedder(model: string): Embed {
  if (loaded?.model !== model)
    loaded = { model, extractor: new sherpa.SpeakerEmbeddingExtractor({ model, numThreads: 1, debug: 0 }) };
  const { extractor } = loaded;
  return (samples) => {
    const stream = extractor.createStream();
    stream.acceptWaveform({ samples, sampleRate: SAMPLE_RATE });
    stream.inputFinished();
    return unit(extractor.compute(stream, false));
  };
}
