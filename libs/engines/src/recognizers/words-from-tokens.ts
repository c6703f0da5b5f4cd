export interface TokenWord {
  text: string;
  startMs: number;
  endMs: number;
  confidence: number | null;
}

export interface TimedTokens {
  /** Pieces of text; one that begins with a space (or ▁) begins a word. */
  tokens: readonly string[];
  /** Start of each token in seconds; fewer than tokens when the model gives no times. */
  timestamps: readonly number[];
  durations?: readonly number[];
  logProbabilities?: readonly number[];
}

/** A word lasts at most this long after its last token starts, when the model gives no durations. */
const LAST_TOKEN_MS = 240;

/** Joins a recogniser's tokens into words; empty when it gave no times for them. */
export function wordsFromTokens({
  tokens,
  timestamps,
  durations,
  logProbabilities,
}: TimedTokens): TokenWord[] {
  if (timestamps.length < tokens.length) return [];
  const words: (TokenWord & { logs: number[] })[] = [];
  tokens.forEach((token, i) => {
    const startMs = Math.round((timestamps[i] ?? 0) * 1000);
    const endMs = startMs + (durations?.[i] ? Math.round(durations[i] * 1000) : LAST_TOKEN_MS);
    const text = token.replaceAll('▁', ' ');
    let word = words.at(-1);
    if (!word || /^\s/.test(text))
      words.push((word = { text: '', startMs, endMs, confidence: null, logs: [] }));
    word.text += text.trim();
    word.endMs = Math.max(word.endMs, endMs);
    const log = logProbabilities?.[i];
    if (log !== undefined) word.logs.push(log);
  });
  const spoken = words.filter((word) => word.text !== '');
  return spoken.map(({ logs, ...word }, i) => ({
    ...word,
    endMs: Math.max(word.startMs + 10, Math.min(word.endMs, spoken[i + 1]?.startMs ?? Infinity)),
    confidence:
      logs.length > 0 ? Math.min(1, Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length)) : null,
  }));
}

/** Spreads each segment's text over the segment; `start` and `end` in seconds. */
export function wordsFromSegments(
  segments: readonly { text: string; start: number; end: number; confidence?: number | null }[],
): TokenWord[] {
  return segments.flatMap(({ text, start, end, confidence = null }) => {
    const offsetMs = Math.round(start * 1000);
    const durationMs = Math.max(1, Math.round(end * 1000) - offsetMs);
    return spreadWords(text, durationMs).map(({ startMs, endMs, ...word }) => ({
      ...word,
      startMs: startMs + offsetMs,
      endMs: endMs + offsetMs,
      confidence,
    }));
  });
}

/** Spreads a text without times over `[0, durationMs)`, each word as long as its letters: close enough to follow along. */
export function spreadWords(text: string, durationMs: number): TokenWord[] {
  const words = text.split(/\s+/).filter(Boolean);
  const weight = (word: string) => word.length + 1;
  const total = words.reduce((sum, word) => sum + weight(word), 0);
  let passed = 0;
  return words.map((word) => {
    const startMs = Math.round((passed / total) * durationMs);
    passed += weight(word);
    return {
      text: word,
      startMs,
      endMs: Math.max(startMs + 1, Math.round((passed / total) * durationMs)),
      confidence: null,
    };
  });
}
