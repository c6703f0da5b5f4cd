import type { Turn } from './timeline.ts';

/**
 * Rich Transcription Time Marked (NIST, RT-09 evaluation plan, appendix A): one line per stretch of speech,
 * `SPEAKER <file> <channel> <start s> <duration s> <NA> <NA> <speaker> <NA> <NA>`. Other line types are skipped.
 * @throws SyntaxError with the line number when a SPEAKER line is malformed
 */
export function parseRttm(text: string): Turn[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const fields = line.trim().split(/\s+/);
    if (fields[0] !== 'SPEAKER') return [];
    const [, , , start, duration, , , speaker] = fields;
    const startMs = Math.round(Number(start) * 1000);
    const endMs = Math.round((Number(start) + Number(duration)) * 1000);
    if (!speaker || !Number.isFinite(endMs) || startMs < 0 || endMs < startMs) {
      throw new SyntaxError(
        `RTTM line ${index + 1}: expected "SPEAKER file channel start duration <NA> <NA> speaker", start and duration in seconds ≥ 0`,
      );
    }
    return [{ speaker, startMs, endMs }];
  });
}
