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
 * space in `find` matches any run of it. The replacement is taken as it is; only where both are typed in small letters and
 * capitals do not matter, it begins with a capital where what it replaces does.
 */
export function replaceText(
  text: string,
  { find, replacement, matchCase, wholeWords }: Replacement,
): string | null {
  const literal = find
    .trim()
    .split(/\s+/u)
    .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`))
    .join(String.raw`\s+`);
  const found = wholeWords ? `(?<!${LETTER})${literal}(?!${LETTER})` : literal;
  // What is taken away takes the space before it along.
  const pattern = replacement === '' ? String.raw`\s*${found}` : found;
  const keepsCapital = !matchCase && isSmall(find) && isSmall(replacement);
  const replaced = text.replaceAll(new RegExp(pattern, matchCase ? 'gu' : 'giu'), (match) =>
    keepsCapital && /^\p{Lu}/u.test(match) ? capitalised(replacement) : replacement,
  );
  return replaced === text ? null : replaced;
}

const isSmall = (text: string): boolean => text === text.toLocaleLowerCase();

const capitalised = (text: string): string =>
  text.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase());
