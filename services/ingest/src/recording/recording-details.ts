import { cleanLine, MAX_TITLE_LENGTH } from '../upload/file-name.ts';
import { inputInvalid } from './recording.errors.ts';

const MAX_SPEAKERS = 20;
const DAY_MS = 86_400_000;
/** Before the first recording of a voice; dates of other eras are beyond what events and the database agree on. */
const EARLIEST = new Date('1850-01-01T00:00:00Z');

export interface RecordingDetails {
  title?: string | null | undefined;
  language?: string | null | undefined;
  expectedSpeakers?: number | null | undefined;
  recordedAt?: Date | null | undefined;
}

/** What people say about a recording, checked. @throws ExpectedError `INPUT_INVALID` */
export function checkDetails(details: RecordingDetails) {
  return {
    title: details.title ? checkTitle(details.title) : null,
    language: checkLanguage(details.language),
    expectedSpeakers: checkExpectedSpeakers(details.expectedSpeakers),
    recordedAt: checkRecordedAt(details.recordedAt),
  };
}

export function checkTitle(title: string): string {
  const line = cleanLine(title, MAX_TITLE_LENGTH);
  if (!line) throw inputInvalid('A title needs at least one visible character.');
  return line;
}

/** BCP 47 in its canonical spelling, or null. */
export function checkLanguage(language: string | null | undefined): string | null {
  if (!language) return null;
  try {
    const [canonical] = language.length <= 35 ? Intl.getCanonicalLocales(language) : [];
    if (canonical) return canonical;
  } catch {
    // Not a language tag: answered below.
  }
  throw inputInvalid(`${JSON.stringify(language.slice(0, 40))} is not a language tag.`, [
    'Use BCP 47, for example `en` or `pt-BR`.',
  ]);
}

export function checkExpectedSpeakers(count: number | null | undefined): number | null {
  if (count === null || count === undefined) return null;
  if (Number.isInteger(count) && count >= 1 && count <= MAX_SPEAKERS) return count;
  throw inputInvalid(`The number of speakers must be between 1 and ${MAX_SPEAKERS}.`, [
    'Leave it out to have it found automatically.',
  ]);
}

/** A day of grace, because clocks and time zones differ. */
export function checkRecordedAt(date: Date | null | undefined): Date | null {
  if (!date) return null;
  if (date < EARLIEST) throw inputInvalid('A conversation cannot have been recorded before 1850.');
  if (date.getTime() <= Date.now() + DAY_MS) return date;
  throw inputInvalid('A conversation cannot have taken place in the future.');
}
