/** Longer than any stretch of speech; PostgreSQL refuses a tsvector over 1 MiB. */
const MAX_FOLDED_LENGTH = 100_000;

// Elsewhere a mark makes another letter (й is not и), so only these scripts lose theirs.
const MARKED_LETTER = /[\p{Script=Latin}\p{Script=Greek}]/u;

/**
 * The form of a text that is indexed and searched: lower case, no accents on Latin and Greek letters, control characters
 * as spaces. It has the same UTF-16 length as `text` (up to the limit), so an offset found in one is an offset in the
 * other. Done here, not by PostgreSQL, because the embedded database's C locale lowers ASCII only.
 */
export function foldText(text: string): string {
  let folded = '';
  for (const character of text.slice(0, MAX_FOLDED_LENGTH)) folded += foldCharacter(character);
  return folded;
}

function foldCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return ' ';
  // Half of a pair, left by a cut: PostgreSQL refuses it.
  if (character.length === 1 && code >= 0xd800 && code <= 0xdfff) return ' ';
  const plain = MARKED_LETTER.test(character)
    ? character.normalize('NFD').replace(/\p{M}+/gu, '')
    : character;
  const lowered = plain.toLowerCase();
  return lowered.length === character.length ? lowered : character;
}
