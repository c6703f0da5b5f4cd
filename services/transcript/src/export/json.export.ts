import { labelIn, type ExportDocument } from './export-document.ts';

/**
 * Everything, for programs, and for `importTranscript`:
 * `{title, language, durationMs, speakers: [{label, name}], segments: [{speaker, startMs, endMs, text, words}]}`,
 * a segment's `speaker` being a label, a word `{text, startMs, endMs, confidence}`.
 */
export async function* writeJson(document: ExportDocument): AsyncIterable<string> {
  const { title, language, durationMs } = document;
  const speakers = [...document.speakers.values()].map(({ label, name }) => ({ label, name }));
  const head = JSON.stringify({ title, language, durationMs, speakers });
  yield `${head.slice(0, -1)},"segments":[`;
  let separator = '\n';
  for await (const segment of document.segments) {
    const { startMs, endMs, text } = segment;
    const words = segment.words.map((word) => ({
      text: word.text,
      startMs: word.startMs,
      endMs: word.endMs,
      confidence: word.confidence,
    }));
    yield separator + JSON.stringify({ speaker: labelIn(document, segment), startMs, endMs, text, words });
    separator = ',\n';
  }
  yield '\n]}\n';
}
