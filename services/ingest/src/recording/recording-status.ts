import { registerEnumType } from 'type-graphql';

export enum RecordingStatus {
  UPLOADED = 'UPLOADED',
  QUEUED = 'QUEUED',
  PROCESSING = 'PROCESSING',
  READY = 'READY',
  FAILED = 'FAILED',
  CANCELLED = 'CANCELLED',
}

export enum ProcessingStage {
  PROBE = 'PROBE',
  DECODE = 'DECODE',
  DETECT_SPEECH = 'DETECT_SPEECH',
  DIARIZE = 'DIARIZE',
  TRANSCRIBE = 'TRANSCRIBE',
  ALIGN = 'ALIGN',
  PUBLISH = 'PUBLISH',
}

export enum RecordingSource {
  UPLOAD = 'UPLOAD',
  IMPORT = 'IMPORT',
  SAMPLE = 'SAMPLE',
}

/**
 *     UPLOADED → QUEUED → PROCESSING → READY
 *                  │          ├──────→ FAILED ─────┐
 *                  └──────────┴──────→ CANCELLED ──┤
 *                  ↑                  READY ───────┤ retry or process again
 *                  └───────────────────────────────┘
 */
const NEXT: Record<RecordingStatus, readonly RecordingStatus[]> = {
  UPLOADED: [RecordingStatus.QUEUED],
  QUEUED: [RecordingStatus.PROCESSING, RecordingStatus.FAILED, RecordingStatus.CANCELLED],
  PROCESSING: [RecordingStatus.READY, RecordingStatus.FAILED, RecordingStatus.CANCELLED],
  READY: [RecordingStatus.QUEUED],
  FAILED: [RecordingStatus.QUEUED],
  CANCELLED: [RecordingStatus.QUEUED],
};

export const canBecome = (from: RecordingStatus, to: RecordingStatus): boolean => NEXT[from].includes(to);

/** Whether a worker has, or will have, something to do for it. */
export const isInProgress = (status: RecordingStatus): boolean =>
  status === RecordingStatus.QUEUED || status === RecordingStatus.PROCESSING;

registerEnumType(RecordingStatus, {
  name: 'RecordingStatus',
  description: 'Where a recording stands.',
  valuesConfig: {
    UPLOADED: { description: 'Received, not yet queued.' },
    QUEUED: { description: 'Waiting for the worker.' },
    PROCESSING: { description: 'The worker has begun.' },
    READY: { description: 'Its transcript can be read.' },
    FAILED: { description: 'It cannot be processed as things are; `problem` says why.' },
    CANCELLED: { description: 'Somebody stopped the processing.' },
  },
});

registerEnumType(ProcessingStage, {
  name: 'ProcessingStage',
  description: 'What the worker is doing.',
  valuesConfig: {
    PROBE: { description: 'Looks at the file.' },
    DECODE: { description: 'Turns it into plain audio.' },
    DETECT_SPEECH: {
      description: 'Measures how loud it is over time and plans pieces that begin and end in pauses.',
    },
    DIARIZE: { description: 'Works out who speaks when.' },
    TRANSCRIBE: { description: 'Works out what is said.' },
    ALIGN: { description: 'Joins words to speakers.' },
    PUBLISH: { description: 'Hands the result to the transcript.' },
  },
});

registerEnumType(RecordingSource, {
  name: 'RecordingSource',
  description: 'How a recording came here.',
  valuesConfig: {
    UPLOAD: { description: 'An uploaded audio file.' },
    IMPORT: { description: 'An existing transcript, with or without its audio.' },
    SAMPLE: { description: 'The sample conversation that comes with the product.' },
  },
});
