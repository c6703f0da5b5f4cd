/** What an answer says by itself, beside what it quotes. */
export const NOTHING_FOUND = 'Nothing in these recordings answers this question.';
export const NOT_YET = 'These recordings are still being made ready for questions. Ask again in a moment.';
export const NO_TRANSCRIPT =
  'There is no transcript to answer from yet. Ask again when the recording is ready.';
export const UNSUPPORTED = 'Nothing of this could be traced to a passage of the recordings.';

const ASK = 'Ask about anything that was said.';

/** To "Thanks!" and "Good morning", which ask nothing. */
export const courtesyReply = (text: string): string =>
  /\b(?:thank|thanks|thx|cheers)\b/i.test(text) ? `You are welcome. ${ASK}` : ASK;
