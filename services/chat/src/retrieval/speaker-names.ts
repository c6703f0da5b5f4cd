/** Titles and offices that stand before or after a name and name nobody by themselves. */
const TITLES = new Set('mr mrs ms miss dr prof professor sir madam hon right the mp am ms'.split(' '));
const SHORTEST_SURNAME = 4;

/** Words in lower case, what is in brackets left out: `Ms. Elizabeth May (Saanich, GP)` → `ms elizabeth may`. */
function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/\([^)]*\)+/g, ' ')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/**
 * Whether a question names a speaker: by the whole name, by the name without titles, or by the last word of a
 * person's name of two or more words when no other speaker's name ends in it.
 * @param others names of all speakers of the recording
 */
export function isNamedIn(name: string, question: string, others: readonly string[] = []): boolean {
  const asked = ` ${wordsOf(question).join(' ')} `;
  const says = (words: readonly string[]) => words.length > 0 && asked.includes(` ${words.join(' ')} `);
  const full = wordsOf(name);
  if (says(full)) return true;
  const core = full.filter((word) => !TITLES.has(word));
  if (core.length === 0) return false;
  if (core.length < full.length && core.join('').length > 2 && says(core)) return true;
  const last = core.at(-1) ?? '';
  if (core.length < 2 || last.length < SHORTEST_SURNAME || !/^\p{Lu}/u.test(lastWordAsWritten(name, last)))
    return false;
  const shared = others.some(
    (other) =>
      other !== name &&
      wordsOf(other)
        .filter((w) => !TITLES.has(w))
        .at(-1) === last,
  );
  return (
    !shared && new RegExp(`(?<![\\p{L}\\p{N}])${capitalised(last)}(?![\\p{L}\\p{N}])`, 'u').test(question)
  );
}

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

const lastWordAsWritten = (name: string, lowered: string): string => {
  const at = name.toLowerCase().lastIndexOf(lowered);
  return at < 0 ? '' : name.slice(at, at + lowered.length);
};
