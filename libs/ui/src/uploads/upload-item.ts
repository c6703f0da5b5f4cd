import type { ProblemValue } from '../components/problem.ts';

/**
 * waiting → uploading ⇄ paused, ⇄ interrupted (the connection failed for longer than the retries last)
 * uploading → finishing (all bytes are there, the server looks at them) → created | refused
 */
export type UploadPhase =
  'waiting' | 'uploading' | 'paused' | 'interrupted' | 'finishing' | 'created' | 'refused';

/** What the user says about a recording before it is made. */
export interface RecordingDetails {
  title: string;
  /** BCP 47; empty: found out by the engine. */
  language: string;
  /** Null: found out by the engine. */
  expectedSpeakers: number | null;
  /** ISO 8601, null when not known. */
  recordedAt: string | null;
}

export interface UploadItem {
  readonly id: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly details: RecordingDetails;
  readonly phase: UploadPhase;
  readonly sentBytes: number;
  /** Null until enough was measured. */
  readonly bytesPerSecond: number | null;
  /** Why, when the phase is `refused`. */
  readonly problem: ProblemValue | null;
  /** Set when the phase is `created`. */
  readonly recordingId: string | null;
  /** An earlier recording of the same bytes. */
  readonly duplicateOf: { id: string; title: string } | null;
}

/** `Interview Maren_2.final.mp3` → `Interview Maren 2.final`. */
export function titleFromFileName(fileName: string): string {
  const title = fileName
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/_+/g, ' ')
    .trim();
  return title || fileName;
}

/** Titles of files taken together: the given one, numbered when there are several, or each by its file. */
export function titlesOf(fileNames: readonly string[], given: string): string[] {
  const title = given.trim();
  if (!title) return fileNames.map(titleFromFileName);
  return fileNames.length === 1 ? [title] : fileNames.map((_, index) => `${title} (${index + 1})`);
}

export const isUnderWay = ({ phase }: UploadItem): boolean =>
  phase === 'waiting' || phase === 'uploading' || phase === 'finishing';

/** Seconds until all bytes are sent, null while unknown. */
export function secondsLeft({ sizeBytes, sentBytes, bytesPerSecond }: UploadItem): number | null {
  if (bytesPerSecond === null || bytesPerSecond <= 0) return null;
  return Math.ceil((sizeBytes - sentBytes) / bytesPerSecond);
}
