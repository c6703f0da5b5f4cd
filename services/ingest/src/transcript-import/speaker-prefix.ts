/**
 * `Dr. Ana-María O’Neil (host): text`: up to five words and a colon, not a time and not an address. Longer is a
 * sentence with a colon in it.
 */
const PREFIX =
  /^(?:[-–>]+\s*)?([\p{L}\p{N}_][\p{L}\p{M}\p{N}_.'’()&/-]*(?: [\p{L}\p{N}_(&][\p{L}\p{M}\p{N}_.'’()&/-]*){0,4}):(?:\s+|$)(.*)$/su;

/** Splits `Name: text`; without such a beginning the speaker is null. */
export function splitSpeakerPrefix(text: string): { speaker: string | null; text: string } {
  const match = PREFIX.exec(text);
  const [, speaker, rest] = match ?? [];
  if (speaker === undefined || rest === undefined || !/\p{L}/u.test(speaker) || speaker.length > 60)
    return { speaker: null, text };
  return { speaker, text: rest.trim() };
}

/** Who is named goes on speaking until another name comes. What says nothing but a name is left out. */
export function carrySpeakers<Said extends { speaker: string | null; text: string }>(
  stretches: readonly Said[],
): Said[] {
  let speaker: string | null = null;
  return stretches.flatMap((said) => {
    speaker = said.speaker ?? speaker;
    return said.text ? [{ ...said, speaker }] : [];
  });
}
