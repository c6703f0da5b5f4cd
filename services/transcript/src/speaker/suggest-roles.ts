/** What is known of a speaker when roles are offered, in order of first speech. */
export interface SpeakerConduct {
  segmentCount: number;
  /** Segments with a question mark. */
  questionCount: number;
}

/** More people than this hold a meeting, not an interview. */
const MAX_PARTICIPANTS = 4;
/** Somebody asks more often than the others by at least this share of their segments. */
const CLEAR_MARGIN = 0.1;

/**
 * Offers `Interviewer` to one speaker and `Respondent` to the others: whoever clearly asks most, otherwise whoever
 * speaks first. Nothing (`null`) for a monologue or a meeting.
 */
export function suggestRoles(speakers: readonly SpeakerConduct[]): (string | null)[] {
  if (speakers.length < 2 || speakers.length > MAX_PARTICIPANTS) return speakers.map(() => null);
  const rates = speakers.map(({ segmentCount, questionCount }) =>
    segmentCount === 0 ? 0 : questionCount / segmentCount,
  );
  const [highest = 0, second = 0] = rates.toSorted((a, b) => b - a);
  const interviewer = highest - second >= CLEAR_MARGIN ? rates.indexOf(highest) : 0;
  return speakers.map((_, position) => (position === interviewer ? 'Interviewer' : 'Respondent'));
}
