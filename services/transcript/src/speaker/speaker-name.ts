import { ExpectedError } from '@colloquy/subgraph';

const MAX_NAME_LENGTH = 100;

/**
 * A name as a person typed it, made fit to be kept: trimmed, inner white space single. Two speakers may share a name.
 * @returns null for no name. @throws ExpectedError when it is too long or would garble what it is shown in.
 */
export function readSpeakerName(given: string | null | undefined): string | null {
  const name = (given ?? '')
    .normalize('NFC')
    .trim()
    .replace(/[\p{Zs}]+/gu, ' ');
  if (name === '') return null;
  if (name.length > MAX_NAME_LENGTH) {
    throw new ExpectedError({
      code: 'SPEAKER_NAME_TOO_LONG',
      message: `The name has ${name.length} characters; at most ${MAX_NAME_LENGTH} are kept.`,
      recovery: ['Shorten it.'],
    });
  }
  const isSeen = /[^\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u.test(name);
  if (!isSeen || /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}]/u.test(name)) {
    throw new ExpectedError({
      code: 'SPEAKER_NAME_INVALID',
      message: isSeen ? 'The name holds control characters.' : 'Nothing of the name can be seen.',
      troubleshooting: ['It may have been pasted with a line break or a hidden mark in it.'],
      recovery: ['Type it in.'],
    });
  }
  return name;
}
