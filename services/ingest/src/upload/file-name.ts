const MAX_LENGTH = 200;
export const MAX_TITLE_LENGTH = 300;

/** Characters that turn the direction of the text after them around, and byte order marks. */
const INVISIBLE = /[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/**
 * More marks on one letter than any script has (UAX #15, 13): putting them in order, as NFC does, takes time by their
 * number squared.
 */
const EXCESSIVE_MARKS = /(\p{M}{30})\p{M}+/gu;

/** Text from outside on one line, fit to be shown: no control characters, no half characters, single spaces. */
export const cleanText = (text: string): string =>
  text
    .toWellFormed()
    .replace(EXCESSIVE_MARKS, '$1')
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();

/** Of UTF-16, for one character that is seen: a letter with its marks, or a family of emoji. */
const UNITS_PER_CHARACTER = 16;

/** The same, no longer than `maxLength` characters. */
export function cleanLine(text: string, maxLength: number): string {
  const beginning = text.slice(0, maxLength * UNITS_PER_CHARACTER);
  return [...cleanText(beginning)].slice(0, maxLength).join('').trim();
}

/** The name a file had, for display only: never a path, never part of one. Null when nothing is left of it. */
export function displayFileName(name: string | null | undefined): string | null {
  const last = (name ?? '').split(/[/\\]/).at(-1) ?? '';
  return cleanLine(last, MAX_LENGTH) || null;
}

/** `2026-03-02_call-with Anna.mp3` → `2026-03-02 call-with Anna` */
export function titleFromFileName(fileName: string | null): string {
  const stem = (fileName ?? '').replace(/\.[A-Za-z0-9]{1,5}$/, '').replace(/_+/g, ' ');
  return cleanLine(stem, MAX_TITLE_LENGTH) || 'Untitled recording';
}
