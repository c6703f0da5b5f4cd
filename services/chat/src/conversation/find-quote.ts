import type { PassagePart } from '../passage/split-passages.ts';
import type { Citation } from './citation.entity.ts';

/** Corrected boundaries move a little. */
export const NEARBY_MS = 1_000;

export type CitedWords = Pick<
  Citation,
  'segmentId' | 'startMs' | 'endMs' | 'quote' | 'speakerId' | 'speakerName'
>;

export type SpokenPart = Pick<
  PassagePart,
  'segmentId' | 'startMs' | 'endMs' | 'text' | 'speakerId' | 'formerSpeakerIds' | 'speakerName'
>;

export interface QuotePlace {
  /** Where the words begin; where they began when they are corrected; where they were when that is gone. */
  segmentId: string;
  /** They are not said there any more, or by somebody else. */
  changed: boolean;
}

/**
 * Finds quoted words among what is said around their time: segments are split, joined and given other ids while the
 * words stay.
 * @param parts in order
 */
export function findQuote(cited: CitedWords, parts: readonly SpokenPart[]): QuotePlace {
  const nearby = parts.filter(
    (part) => part.startMs <= cited.endMs + NEARBY_MS && part.endMs >= cited.startMs - NEARBY_MS,
  );
  const unchanged = quoting(
    cited,
    nearby.filter((part) => isSamePerson(part, cited)),
  );
  if (unchanged) return { segmentId: unchanged.segmentId, changed: false };
  const place = quoting(cited, nearby) ?? atTheTime(cited, nearby);
  return { segmentId: place?.segmentId ?? cited.segmentId, changed: true };
}

/**
 * Putting a name right leaves the id. Joining two speakers, and processing again, gives another id: it is known who that
 * was before, and of old passages at least the name.
 */
const isSamePerson = (
  { speakerId, formerSpeakerIds = [], speakerName }: SpokenPart,
  cited: CitedWords,
): boolean =>
  speakerId === cited.speakerId ||
  (cited.speakerId !== null && formerSpeakerIds.includes(cited.speakerId)) ||
  speakerName === cited.speakerName;

/** The part in which the quote begins; of several the one nearest to where it was. */
function quoting(cited: CitedWords, parts: readonly SpokenPart[]): SpokenPart | undefined {
  const texts = parts.map(({ text }) => spaced(text));
  const quote = spaced(cited.quote);
  const found = parts.filter((_, i) => {
    const at = texts.slice(i).join(' ').indexOf(quote);
    return at >= 0 && at < (texts[i]?.length ?? 0);
  });
  const distance = ({ startMs, endMs }: SpokenPart) =>
    Math.max(startMs - cited.startMs, cited.startMs - endMs, 0);
  return found.toSorted((a, b) => distance(a) - distance(b) || isFrom(b, cited) - isFrom(a, cited))[0];
}

/** The part that has most of the quote's time. */
function atTheTime(cited: CitedWords, parts: readonly SpokenPart[]): SpokenPart | undefined {
  const common = ({ startMs, endMs }: SpokenPart) =>
    Math.min(endMs, cited.endMs) - Math.max(startMs, cited.startMs);
  return parts
    .filter((part) => common(part) > 0)
    .toSorted((a, b) => common(b) - common(a) || isFrom(b, cited) - isFrom(a, cited))[0];
}

const isFrom = (part: SpokenPart, cited: CitedWords): number => Number(part.segmentId === cited.segmentId);

const spaced = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
