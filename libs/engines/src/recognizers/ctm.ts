export interface CtmWord {
  utterance: string;
  startMs: number;
  endMs: number;
  text: string;
  /** 0 to 1. */
  confidence: number;
}

/**
 * NIST's time-marked conversation file as PocketSphinx writes it: `utterance channel start duration word confidence`,
 * times in seconds. Silences, noises and the number of a pronunciation variant (`read(2)`) are left out.
 */
export function parseCtm(text: string): CtmWord[] {
  return text.split('\n').flatMap((line) => {
    const [utterance, , start, duration, word, confidence] = line.trim().split(/\s+/);
    if (!utterance || !word || /^(?:<.*>|\[.*\]|\+\+.*\+\+)$/.test(word)) return [];
    const startMs = Math.round(Number(start) * 1000);
    const endMs = Math.round((Number(start) + Number(duration)) * 1000);
    if (!Number.isFinite(endMs)) return [];
    return [
      {
        utterance,
        startMs,
        endMs,
        text: word.replace(/\(\d+\)$/, ''),
        confidence: Math.max(0, Math.min(1, Number(confidence) || 0)),
      },
    ];
  });
}
