const MAX_CHARACTERS = 100;
/** Names Windows keeps for devices. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu;

/** A recording's title as a file name every system accepts; `transcript` when nothing of it is left. */
export function exportFileName(title: string, extension: string): string {
  const name = [...title.toWellFormed().normalize('NFC')]
    .map((character) => (/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}<>:"/\\|?*]/u.test(character) ? ' ' : character))
    .join('')
    .replace(/\s+/gu, ' ');
  const short = [...name]
    .slice(0, MAX_CHARACTERS)
    .join('')
    .replace(/^[. ]+|[. ]+$/gu, '');
  const safe = RESERVED.test(short) ? `${short} transcript` : short;
  return `${safe || 'transcript'}.${extension}`;
}
