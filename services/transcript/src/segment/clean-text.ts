/** @returns control characters (NUL cannot be stored at all) and every run of white space as one space; empty when nothing is to be seen */
export function cleanText(text: string): string {
  const clean = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return /[^\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u.test(clean) ? clean : '';
}
