const MAX_LENGTH = 200;
export const MAX_TITLE_LENGTH = 300;

/** Characters that turn the direction of the text after them around, and byte order marks. */
const INVISIBLE = /[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** Text from outside on one line, fit to be shown: no control characters, no half characters, single spaces. */
export const cleanText = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();

/** The same, no longer than `maxLength` characters. */
export function cleanLine(text: string, maxLength: number): string {
  return [...cleanText(text)].slice(0, maxLength).join('').trim();
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
