const MAX_CHARACTERS = 20_000;

/**
 * The language that most of a transcript is in, BCP 47, or null when there is too little text to tell: from how often
 * groups of letters occur (Efficient Language Detector, https://github.com/nitotm/efficient-language-detector-js).
 */
export async function spokenLanguage(segments: Iterable<{ text: string }>): Promise<string | null> {
  let text = '';
  for (const segment of segments) {
    text += `${segment.text}\n`;
    if (text.length >= MAX_CHARACTERS) break;
  }
  // Its tables take 80 MB and half the transcripts say their language themselves.
  const { eld } = await import('eld/extrasmall');
  const found = eld.detect(text.slice(0, MAX_CHARACTERS));
  return found.isReliable() ? found.language : null;
}
