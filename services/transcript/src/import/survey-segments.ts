import { ResultDocumentError, type ResultHeader, type ResultSegment } from './result-document.ts';

export interface SpeakerSurvey {
  label: string;
  name: string | null;
  embedding: ResultHeader['speakers'][number]['embedding'];
  talkTimeMs: number;
  /** Of all talk time, 0 to 1. */
  share: number;
  segmentCount: number;
  questionCount: number;
}

export interface Survey {
  /** In order of first speech; those who never speak last. */
  speakers: SpeakerSurvey[];
  segmentCount: number;
  wordCount: number;
  durationMs: number;
}

const QUESTION = /[?？؟;;]\s*$/u;

/**
 * Reads through all segments before anything is written: a document with a mistake at its end leaves nothing behind.
 * @throws ResultDocumentError when a segment's speaker is not among the header's.
 */
export async function surveySegments(
  header: ResultHeader,
  segments: AsyncIterable<ResultSegment>,
): Promise<Survey> {
  const counted = new Map(
    header.speakers.map(({ label, name, embedding }) => [
      label,
      {
        label,
        name,
        embedding,
        talkTimeMs: 0,
        share: 0,
        segmentCount: 0,
        questionCount: 0,
        firstMs: Number.POSITIVE_INFINITY,
      },
    ]),
  );
  let [segmentCount, wordCount, talkTimeMs, endMs] = [0, 0, 0, 0];
  for await (const segment of segments) {
    const speaker = counted.get(segment.speaker);
    if (!speaker)
      throw new ResultDocumentError(`segment ${segmentCount}: ${segment.speaker} is not among the speakers`);
    const length = segment.endMs - segment.startMs;
    speaker.firstMs = Math.min(speaker.firstMs, segment.startMs);
    speaker.talkTimeMs += length;
    speaker.segmentCount += 1;
    if (QUESTION.test(segment.text)) speaker.questionCount += 1;
    segmentCount += 1;
    wordCount += segment.words.length;
    talkTimeMs += length;
    endMs = Math.max(endMs, segment.endMs);
  }
  const speakers = [...counted.values()]
    .sort((a, b) => (a.firstMs === b.firstMs ? 0 : a.firstMs - b.firstMs))
    .map(({ firstMs: _firstMs, ...speaker }) => ({
      ...speaker,
      share: talkTimeMs === 0 ? 0 : speaker.talkTimeMs / talkTimeMs,
    }));
  return { speakers, segmentCount, wordCount, durationMs: Math.max(header.durationMs, endMs) };
}
