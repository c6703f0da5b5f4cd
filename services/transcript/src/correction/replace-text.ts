export interface Replacement {
  find: string;
  replacement: string;
  matchCase: boolean;
  /** Not inside a longer word. */
  wholeWords: boolean;
}

const LETTER = String.raw`[\p{L}\p{M}\p{N}_]`;

/** Where something is found in a text, characters counted from 0, and what is to be put there. */
export interface Place {
  start: number;
  end: number;
  text: string;
}

/**
 * The places of a text where `find` stands and something else is to, in order. White space in `find` matches any run of it. The replacement is
 * taken as it is; only where both are typed in small letters and capitals do not matter, it begins with a capital where
 * what it replaces does.
 */
export function placesIn(text: string, { find, replacement, matchCase, wholeWords }: Replacement): Place[] {
  const literal = find
    .trim()
    .split(/\s+/u)
    .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`))
    .join(String.raw`\s+`);
  const found = wholeWords ? `(?<!${LETTER})${literal}(?!${LETTER})` : literal;
  // What is taken away takes the space before it along.
  const pattern = replacement === '' ? String.raw`\s*${found}` : found;
  const keepsCapital = !matchCase && isSmall(find) && isSmall(replacement);
  const places = Array.from(
    text.matchAll(new RegExp(pattern, matchCase ? 'gu' : 'giu')),
    ({ 0: match, index }) => ({
      start: index,
      end: index + match.length,
      text: keepsCapital && /^\p{Lu}/u.test(match) ? capitalised(replacement) : replacement,
    }),
  );
  return places.filter((place) => place.text !== text.slice(place.start, place.end));
}

/**
 * The text with these places of it replaced; null when that changes nothing.
 * @param only numbers of places, from 0; all unless given
 */
export function replaceText(
  text: string,
  places: readonly Place[],
  only: ReadonlySet<number> | null = null,
): string | null {
  let replaced = '';
  let from = 0;
  places.forEach((place, number) => {
    if (only && !only.has(number)) return;
    replaced += text.slice(from, place.start) + place.text;
    from = place.end;
  });
  replaced += text.slice(from);
  return replaced === text ? null : replaced;
}

const isSmall = (text: string): boolean => text === text.toLocaleLowerCase();

const capitalised = (text: string): string =>
  text.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase());
