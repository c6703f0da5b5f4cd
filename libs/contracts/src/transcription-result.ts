import { z } from 'zod';

/** Characters of one segment's text, imported or corrected: half an hour of speech without a pause. */
export const MAX_SEGMENT_LENGTH = 20_000;

const ms = z.int().nonnegative();
const interval = { startMs: ms, endMs: ms };
const cosine = z.number().min(-1).max(1);

const voiceMatch = z.object({
  /** The piece of the recording that was diarized by itself. */
  ...interval,
  /** What the diarizer called the voice there. */
  local: z.string(),
  /** The speaker's label that it got. */
  speaker: z.string(),
  /**
   * `same`: like enough to a voice heard before. `new`: like none of them. `nearest`: like none, but no more speakers
   * were expected. `too-short`: too little was heard of it to tell.
   */
  decision: z.enum(['same', 'new', 'nearest', 'too-short']),
  /** To the voice it was taken for; null without one, and where the engine itself recognised it and does not tell. */
  similarity: cosine.nullable(),
  /** From which a voice counted as the same. */
  threshold: cosine,
  /** Other voices heard before, most alike first. */
  alternatives: z.array(z.object({ speaker: z.string(), similarity: cosine })),
});

export type VoiceMatch = z.infer<typeof voiceMatch>;

/**
 * What processing (or the import of an existing transcript) hands to the transcript service:
 * one JSON document beside the audio.
 */
export const transcriptionResult = z.object({
  formatVersion: z.literal(1),
  recordingId: z.uuid(),
  runId: z.uuid(),
  /** BCP 47, for example `en`. */
  language: z.string(),
  durationMs: ms,
  speakers: z.array(
    z.object({
      /** `SPEAKER_00`, … in order of first speech; means something inside this recording only. */
      label: z.string(),
      /** Known when the transcript was imported with names. */
      name: z.string().nullable(),
      /** Unit vector of the voice. Vectors of different models are never compared. */
      embedding: z.object({ model: z.string(), vector: z.array(z.number()), speechMs: ms }).nullable(),
    }),
  ),
  /** In order of start; one speaker each; `[startMs, endMs)`. */
  segments: z.array(
    z.object({
      ...interval,
      speaker: z.string(),
      text: z.string(),
      words: z.array(
        z.object({ ...interval, text: z.string(), confidence: z.number().min(0).max(1).nullable() }),
      ),
    }),
  ),
  /** Who spoke when as the diarizer heard it, overlaps included. */
  turns: z.array(z.object({ ...interval, speaker: z.string() })),
  /** Why each voice has its label, in order of time; absent in documents of before this was kept. */
  voiceMatches: z.array(voiceMatch).optional(),
  engines: z.array(
    z.object({
      stage: z.enum(['detect-speech', 'diarize', 'embed', 'transcribe', 'punctuate', 'import']),
      engine: z.string(),
      model: z.string(),
      version: z.string(),
      seconds: z.number().nonnegative(),
    }),
  ),
});

export type TranscriptionResult = z.infer<typeof transcriptionResult>;
