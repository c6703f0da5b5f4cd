export interface Replacement {
  find: string;
  replacement: string;
  matchCase: boolean;
  /** Not inside a longer word. */
  wholeWords: boolean;
}

const LETTER = String.raw`[\p{L}\p{M}\p{N}_]`;

/**
 * The text with every place where `find` stands replaced; null when it stands nowhere, or nothing would change. White
 * space in `find` matches any run of it. The replacement is taken as it is, and a word that begins a text in capitals
 * keeps none of them: what is typed is what stands there.
 */
export function replaceText(
  text: string,
  { find, replacement, matchCase, wholeWords }: Replacement,
): string | null {
  const literal = find
    .trim()
    .split(/\s+/u)
    .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`))
    .join(String.raw`\s+`);
  const found = wholeWords ? `(?<!${LETTER})${literal}(?!${LETTER})` : literal;
  // What is taken away takes the space before it along.
  const pattern = replacement === '' ? String.raw`\s*${found}` : found;
  const replaced = text.replaceAll(new RegExp(pattern, matchCase ? 'gu' : 'giu'), () => replacement);
  return replaced === text ? null : replaced;
}
