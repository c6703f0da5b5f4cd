import { labelIn, type ExportDocument } from './export-document.ts';

/**
 * NIST's Rich Transcription Time Marked: who spoke when, in seconds.
 *
 *     SPEAKER <file> <channel> <start> <duration> <NA> <NA> <speaker> <NA> <NA>
 */
export async function* writeRttm(document: ExportDocument): AsyncIterable<string> {
  const seconds = (ms: number): string => (ms / 1_000).toFixed(3);
  for await (const segment of document.segments) {
    const { startMs, endMs } = segment;
    // Fields are separated by white space, so a label may hold none.
    const label = labelIn(document, segment).replace(/\s+/gu, '_');
    yield `SPEAKER ${document.recordingId} 1 ${seconds(startMs)} ${seconds(endMs - startMs)} <NA> <NA> ${label} <NA> <NA>\n`;
  }
}
