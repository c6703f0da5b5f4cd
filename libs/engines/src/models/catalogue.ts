/** What a model is for, and for recognisers which loader of sherpa-onnx reads it. */
export type ModelRole = 'recognizer' | 'segmentation' | 'speaker-embedder';
export type RecognizerFamily = 'whisper' | 'moonshine' | 'transducer' | 'streaming-transducer';

export interface CatalogueModel {
  /** Also the name of its folder in SPEECH_MODELS_DIR. */
  id: string;
  name: string;
  role: ModelRole;
  family?: RecognizerFamily;
  languages: string;
  licence: string;
  /** Null for a model that is not published where a machine can fetch it. */
  download: { url: string; approximateMB: number; sha256?: string } | null;
  /** Role in the engine → file name inside the folder. */
  files: Readonly<Record<string, string>>;
  /** File name → checksum, where known; others are trusted on first use, which is recorded and said. */
  sha256?: Readonly<Record<string, string>>;
  /** Of a speaker embedder: length of its vectors and the cosines from which two are one voice. */
  voice?: { dimensions: number; similarityThreshold: number; mergeSimilarity: number };
}

const RELEASES = 'https://github.com/k2-fsa/sherpa-onnx/releases/download';

function whisper(size: string, file: string, approximateMB: number): CatalogueModel {
  return {
    id: `whisper-${size}`,
    name: `Whisper ${size}`,
    role: 'recognizer',
    family: 'whisper',
    languages: 'about 100 languages',
    licence: 'MIT (OpenAI)',
    download: { url: `${RELEASES}/asr-models/sherpa-onnx-whisper-${file}.tar.bz2`, approximateMB },
    files: {
      encoder: `${file}-encoder.int8.onnx`,
      decoder: `${file}-decoder.int8.onnx`,
      tokens: `${file}-tokens.txt`,
    },
  };
}

function moonshine(size: string, approximateMB: number): CatalogueModel {
  return {
    id: `moonshine-${size}`,
    name: `Moonshine ${size}`,
    role: 'recognizer',
    family: 'moonshine',
    languages: 'English',
    licence: 'MIT (Useful Sensors)',
    download: { url: `${RELEASES}/asr-models/sherpa-onnx-moonshine-${size}-en-int8.tar.bz2`, approximateMB },
    files: {
      preprocessor: 'preprocess.onnx',
      encoder: 'encode.int8.onnx',
      uncachedDecoder: 'uncached_decode.int8.onnx',
      cachedDecoder: 'cached_decode.int8.onnx',
      tokens: 'tokens.txt',
    },
  };
}

function parakeet(version: string, languages: string): CatalogueModel {
  return {
    id: `parakeet-tdt-0.6b-${version}`,
    name: `Parakeet TDT 0.6B ${version}`,
    role: 'recognizer',
    family: 'transducer',
    languages,
    licence: 'CC BY 4.0 (NVIDIA)',
    download: {
      url: `${RELEASES}/asr-models/sherpa-onnx-nemo-parakeet-tdt-0.6b-${version}-int8.tar.bz2`,
      approximateMB: 480,
    },
    files: {
      encoder: 'encoder.int8.onnx',
      decoder: 'decoder.int8.onnx',
      joiner: 'joiner.int8.onnx',
      tokens: 'tokens.txt',
    },
  };
}

function embedder(
  id: string,
  name: string,
  file: string,
  licence: string,
  approximateMB: number,
  voice: CatalogueModel['voice'],
): CatalogueModel {
  // "recongition" is how the release is spelled.
  const url = `${RELEASES}/speaker-recongition-models/${file}`;
  return {
    id,
    name,
    role: 'speaker-embedder',
    languages: 'any',
    licence,
    download: { url, approximateMB },
    files: { model: file },
    voice,
  };
}

/** Every model the local rungs can use, the best of each role first: `auto` takes the first one present. */
export const catalogue: readonly CatalogueModel[] = [
  parakeet('v3', '25 European languages'),
  parakeet('v2', 'English'),
  whisper('large-v3-turbo', 'turbo', 540),
  whisper('medium', 'medium', 1_800),
  whisper('small', 'small', 600),
  moonshine('base', 250),
  whisper('base', 'base', 200),
  moonshine('tiny', 100),
  whisper('tiny', 'tiny', 110),
  {
    id: 'zipformer-en',
    name: 'Streaming Zipformer',
    role: 'recognizer',
    family: 'streaming-transducer',
    languages: 'English',
    licence: 'Apache-2.0 (k2-fsa)',
    download: {
      url: `${RELEASES}/asr-models/sherpa-onnx-streaming-zipformer-en-2023-06-26.tar.bz2`,
      approximateMB: 300,
    },
    files: {
      encoder: 'encoder-epoch-99-avg-1-chunk-16-left-128.int8.onnx',
      decoder: 'decoder-epoch-99-avg-1-chunk-16-left-128.onnx',
      joiner: 'joiner-epoch-99-avg-1-chunk-16-left-128.onnx',
      tokens: 'tokens.txt',
    },
  },
  {
    id: 'zipformer-3m',
    name: 'Zipformer 3M',
    role: 'recognizer',
    family: 'streaming-transducer',
    languages: 'English',
    licence: 'Apache-2.0 (k2-fsa)',
    download: null,
    files: {
      encoder: 'encoder.fixed.int8.onnx',
      decoder: 'decoder.onnx',
      joiner: 'joiner.int8.onnx',
      tokens: 'tokens.txt',
    },
    sha256: {
      'encoder.fixed.int8.onnx': '0d2c486843874523a71b0fb6d79216abcc8c21884a91bc7ca40efac254a1afe1',
      'decoder.onnx': 'f61ebd3eed3773a44d088d53dfae92dbb6aec4839f4dcaee2d402414741663a3',
      'joiner.int8.onnx': 'eae9da0c7e1e6c6a3f4cc42d167899c388f6c6701b94cb96320e4f55df79624c',
      'tokens.txt': 'fd2ded4050a55d2b1578870ba8697d02371980217806b7558bd0a5cc60f3ba53',
    },
  },
  {
    id: 'pyannote-segmentation-3.0',
    name: 'pyannote segmentation 3.0',
    role: 'segmentation',
    languages: 'any',
    licence: 'MIT (pyannote)',
    download: {
      url: `${RELEASES}/speaker-segmentation-models/sherpa-onnx-pyannote-segmentation-3-0.tar.bz2`,
      approximateMB: 7,
    },
    files: { model: 'model.onnx' },
  },
  embedder('titanet-large', 'TitaNet large', 'nemo_en_titanet_large.onnx', 'CC BY 4.0 (NVIDIA)', 97, {
    dimensions: 192,
    similarityThreshold: 0.55,
    mergeSimilarity: 0.35,
  }),
  embedder(
    'wespeaker-resnet34',
    'WeSpeaker ResNet34 LM',
    'wespeaker_en_voxceleb_resnet34_LM.onnx',
    'CC BY 4.0 (WeSpeaker)',
    26,
    { dimensions: 256, similarityThreshold: 0.5, mergeSimilarity: 0.35 },
  ),
  embedder('titanet-small', 'TitaNet small', 'nemo_en_titanet_small.onnx', 'CC BY 4.0 (NVIDIA)', 40, {
    dimensions: 192,
    similarityThreshold: 0.55,
    mergeSimilarity: 0.35,
  }),
];

export function findModel(id: string): CatalogueModel | undefined {
  return catalogue.find((model) => model.id === id);
}
