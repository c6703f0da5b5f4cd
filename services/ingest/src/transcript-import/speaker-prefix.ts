/**
 * `Dr. Ana-María O’Neil (host): text`, also in bold as Markdown has it: up to five words and a colon, not a time and not
 * an address. Longer is a sentence with a colon in it.
 */
const PREFIX =
  /^(?:[-–>]+\s*)?(\*\*|__|)([\p{L}\p{N}_][\p{L}\p{M}\p{N}_.'’()&/-]*(?: [\p{L}\p{N}_(&][\p{L}\p{M}\p{N}_.'’()&/-]*){0,4})(?::\1|\1:)(?:\s+|$)(.*)$/su;
const MAX_LABEL_LENGTH = 60;
/** In scripts that have them, a name's words begin with capitals. */
const NAME_WORD = /^[(&]?[\p{Lu}\p{Lt}\p{Lo}\p{N}_]|^&$/u;
const PARTICLES = new Set(
  'al and bin da de del della den der di dos du e el ibn la le of ter und van von y zu'.split(' '),
);

export interface Said {
  /** Null when no name stands before the text. */
  speaker: string | null;
  text: string;
}

/** What looks like a name without knowing more: `Anna Smith`, not `The first goal is`. */
export function looksLikeName(label: string): boolean {
  const words = label.split(' ');
  return (
    /\p{L}/u.test(label) &&
    words.some((word) => NAME_WORD.test(word)) &&
    words.every((word) => NAME_WORD.test(word) || PARTICLES.has(word))
  );
}

/**
 * Splits `Name: text` in the lines of a file. A single word is a name (`interviewer`), several are when they look like
 * one, or when they stand before the text more than once.
 */
export function speakerPrefixes(lines: Iterable<string>): (text: string) => Said {
  const seen = new Set<string>();
  const recurring = new Set<string>();
  for (const line of lines) {
    const { speaker } = splitLabel(line);
    if (speaker === null) continue;
    if (seen.has(speaker)) recurring.add(speaker);
    seen.add(speaker);
  }
  return (text) => {
    const said = splitLabel(text);
    const { speaker } = said;
    const isName =
      speaker !== null && (!speaker.includes(' ') || looksLikeName(speaker) || recurring.has(speaker));
    return isName ? said : { speaker: null, text };
  };
}

function splitLabel(text: string): Said {
  const [, , speaker, rest] = PREFIX.exec(text) ?? [];
  if (
    speaker === undefined ||
    rest === undefined ||
    !/\p{L}/u.test(speaker) ||
    speaker.length > MAX_LABEL_LENGTH
  )
    return { speaker: null, text };
  return { speaker, text: rest.trim() };
}

/** Who is named goes on speaking until another name comes. What says nothing but a name is left out. */
export function carrySpeakers<Stretch extends Said>(stretches: readonly Stretch[]): Stretch[] {
  let speaker: string | null = null;
  return stretches.flatMap((said) => {
    speaker = said.speaker ?? speaker;
    return said.text ? [{ ...said, speaker }] : [];
  });
}
