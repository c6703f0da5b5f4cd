import { hasDirection, type Interval, type Turn } from '@colloquy/speech';
import { z } from 'zod';
import { notJson } from '../../hosted/hosted-service.ts';
import { tooManySpeakers } from '../../hosted/told-speakers.ts';
import { parseDialog, spreadDialog, type DialogLine } from './dialog.ts';

const label = z.string().min(1).max(200);
const seconds = z.number().nonnegative().max(86_400);

/** MLflow tables have no nested columns: what is a list or an object travels as JSON inside a string. */
const json = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value, context) => {
    if (typeof value !== 'string') return value;
    try {
      return JSON.parse(value) as unknown;
    } catch (error) {
      context.addIssue(notJson(error));
      return z.NEVER;
    }
  }, schema);

const prediction = z.object({
  status: z.string().max(100).nullish(),
  error: z.string().nullish(),
  /** Lines of "label: what was said", in order. */
  dialog: z.string().max(2_000_000).nullish(),
  /** Vector of each label; of the references too, heard or not. */
  speaker_embeddings: json(z.record(label, z.array(z.number()).max(8_192)))
    .transform((vectors) => new Map(Object.entries(vectors)))
    .nullish(),
  /** Not every model tells: who spoke when, from the start of the audio. */
  segments: json(z.array(z.object({ speaker: label, start: seconds, end: seconds })).max(100_000)).nullish(),
});

/** What MLflow's model serving answers: one prediction for each record. */
export const endpointResponse = z.object({ predictions: z.tuple([prediction], prediction) });

export type Prediction = z.infer<typeof prediction>;

/** A model may find nobody who said enough for a vector in less speech than this. */
const SURE_OF_A_VOICE_MS = 10_000;

/** What is wrong with a prediction that has the right shape, in a sentence; null when it can be used. */
export function problemOf(
  prediction: Prediction,
  { dimensions, speechMs }: { dimensions: number; speechMs: number },
): string | null {
  const { speaker_embeddings: vectors, segments, dialog } = prediction;
  if (dialog == null && !segments) return 'It has neither a dialog nor segments.';
  const all = [...(vectors?.values() ?? [])];
  const tooMany = tooManySpeakers(vectors?.keys() ?? []) ?? tooManySpeakers(labelsOf(prediction));
  if (tooMany) return tooMany;
  const wrong = all.find((vector) => vector.length !== dimensions);
  if (wrong)
    return `Its vectors have ${wrong.length} numbers; DIARIZATION_EMBEDDER_DIMENSIONS says ${dimensions}.`;
  if (speechMs < SURE_OF_A_VOICE_MS || all.some(hasDirection)) return null;
  return all.length === 0
    ? 'There are no speaker_embeddings in it.'
    : 'Its speaker_embeddings are all zero, or too large.';
}

const linesOf = ({ dialog, speaker_embeddings: vectors }: Prediction): DialogLine[] =>
  parseDialog(dialog ?? '', [...(vectors?.keys() ?? [])]);

const labelsOf = (prediction: Prediction): string[] =>
  (prediction.segments ?? linesOf(prediction)).map(({ speaker }) => speaker);

/** The voice that the prediction gives a label; null without one, also where its vector points nowhere. */
export function voiceOf(
  { speaker_embeddings: vectors }: Prediction,
  label: string,
): readonly number[] | null {
  const vector = vectors?.get(label);
  return vector && hasDirection(vector) ? vector : null;
}

/**
 * Who speaks when in `part`, by the labels of the prediction. Where a model tells what each said and not when, the times
 * are estimated from the regions of speech.
 */
export function turnsOf(prediction: Prediction, part: Interval, regions: readonly Interval[]): Turn[] {
  const { segments } = prediction;
  if (!segments) return spreadDialog(linesOf(prediction), regions);
  const within = (seconds: number) => Math.min(part.endMs, part.startMs + Math.round(seconds * 1000));
  return segments
    .map(({ speaker, start, end }) => ({ speaker, startMs: within(start), endMs: within(end) }))
    .filter(({ startMs, endMs }) => endMs > startMs);
}
