import { isBoilerplate } from './question-terms.ts';

/** What somebody wants to hear of a whole conversation, rather than something about a matter that they name. */
export interface WholeRequest {
  /** The words that ask for it, here or in the recording. */
  asks: RegExp;
  /** What sentences that belong to it say; null for a summary, to which any may belong. */
  cues: RegExp | null;
}

const MONTHS =
  'January|February|March|April|(?:in|of|by|until|since) May|June|July|August|September|October|November|December';
const DAYS = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|tomorrow|(?:next|this) (?:week|month|year)';
const NUMBERS =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|percent|per cent|half|dozens?';

/** English only, as all that follows. */
const REQUESTS: readonly WholeRequest[] = [
  {
    asks: /\b(?:decisions?|decided?|agreements?|agreed?|conclu\w*|outcomes?|results?|settled)\b/gi,
    cues: /\b(?:decid\w*|decision|agree\w*|settled|promis\w*|will|plan(?:ned|s)? to|going to)\b|\b(?:I|we)['’]ll\b/gi,
  },
  {
    asks: /\b(?:promis\w*|commit(?:ments?|ted)?|action (?:items?|points?)|actions|to-?dos?|next steps?|tasks?)\b/gi,
    cues: /\b(?:promis\w*|(?:I|we) will|(?:I|we) can (?:offer|send|bring)|plan to|going to)\b|\b(?:I|we)['’]ll\b/gi,
  },
  {
    asks: /\b(?:problems?|issues?|complaints?|complain\w*|concerns?|worr(?:y|ies)|risks?|trouble|difficult(?:y|ies))\b/gi,
    cues: /\b(?:problem|issue|trouble|difficult|complain|concern|worr(?:y|ie)|unhapp|risk|broke|delay|fail)\w*|\b(?:sorry|wrong|late|missing|never|not (?:happy|yet)|afraid|stuck|too (?:expensive|high|slow))\b/gi,
  },
  {
    asks: /\b(?:numbers?|figures?|dates?|deadlines?|amounts?)\b/gi,
    cues: new RegExp(`\\d+|\\b(?:${NUMBERS}|${MONTHS}|${DAYS})\\b`, 'gi'),
  },
  {
    asks: /\b(?:summar\w*|sum up|overview|recap|gist|tl;?dr|(?:main|key|important) (?:points?|things?|ideas?|messages?|facts?|parts?)|takeaways?|highlights|topics?|themes?|happen(?:ed|s)?|(?:talk|speak)(?:ed|ing)?(?= about\b)|discuss\w*|(?:this|that|recordings?|conversations?|calls?|meetings?|interviews?|discussions?) (?:is |was |are |were )?about)\b/gi,
    cues: null,
  },
];

/** Words that say nothing of the matter beside those of a request. */
const FRAME = new Set(
  `a an the of in on at to by from for with and or any all some there this that these those they we us you i me my
   our who whom what which when where how is are was were be been do does did done have has had can could would will
   should shall let let's get make made give named called up short brief briefly quick quickly about it's
   they'd we'd recording recordings call calls meeting meetings interview interviews transcript transcripts audio
   file files everything people speakers here out`.split(/\s+/),
);

/** "What was decided?", "Summarize this meeting"; null for a question that names a matter, or goes on from another. */
export function wholeRequest(question: string): WholeRequest | null {
  if (/^\s*(?:and|but|so|then)\b/i.test(question)) return null;
  const request = REQUESTS.find(({ asks }) => question.search(asks) >= 0);
  if (!request) return null;
  const rest = REQUESTS.reduce((text, { asks }) => text.replace(asks, ' '), question.replaceAll('’', "'"));
  const words = rest.toLowerCase().match(/[\p{L}\p{N}]+(?:'\p{L}+)?/gu) ?? [];
  return words.every((word) => FRAME.has(word) || isBoilerplate(word)) ? request : null;
}

export const countMatches = (text: string, words: RegExp): number => text.match(words)?.length ?? 0;
