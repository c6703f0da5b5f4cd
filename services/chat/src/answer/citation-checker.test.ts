import type { CountTerms } from '@colloquy/engines/text';
import { findSupport } from './citation-checker.ts';

const STOP = new Set('the is a of to and in we it will that'.split(' '));
/** Words in lower case without stop words: what PostgreSQL does, less the stemming. */
const countTerms: CountTerms = async (texts) =>
  texts.map((text) => {
    const words = (text.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => !STOP.has(word));
    return Object.fromEntries(words.map((word) => [word, 1]));
  });

const PASSAGE = [
  { speakerName: 'Maria', text: 'Good morning. The price is four hundred dollars. Nothing else changed.' },
  { speakerName: 'Tom', text: 'We deliver in October.' },
];

async function quoted(claim: string): Promise<string | null> {
  const found = await findSupport(claim, 0, PASSAGE, countTerms);
  return found && (PASSAGE[found.line]?.text.slice(found.start, found.end) ?? '');
}

it.each([
  ['The price is four hundred dollars.', 'The price is four hundred dollars.'],
  ['Tom said that delivery, deliver, is in October.', 'We deliver in October.'],
])('“%s” rests on “%s”', async (claim, sentence) => {
  expect(await quoted(claim)).toBe(sentence);
});

it.each([
  ['something else', 'The lawyers rejected every clause.'],
  // Two of six words: 0.33 of the claim.
  ['too little of it', 'Price rises hurt dollars, exports, jobs.'],
  ['only the speaker’s name', 'Maria Tom Maria.'],
  ['nothing', '… and the'],
])('a claim that says %s is not supported', async (_, claim) => {
  expect(await quoted(claim)).toBeNull();
});

it('takes the names of the speakers for no evidence, though they are said', async () => {
  const parts = [
    { speakerName: 'Maria', text: 'This is Maria with Tom.' },
    { speakerName: 'Tom', text: 'Tom here, hello Maria.' },
  ];
  expect(await findSupport('Maria and Tom rejected clauses.', 0, parts, countTerms)).toBeNull();
});

it('wants one sentence to say it, not words from all over the passage', async () => {
  const scattered = ['alpha one', 'beta two', 'gamma three', 'delta four', 'epsilon five', 'zeta six'];
  const parts = scattered.map((text) => ({ speakerName: 'A', text: `${text}.` }));
  const claim = 'alpha beta gamma delta epsilon zeta';
  expect(await findSupport(claim, 0, parts, countTerms)).toBeNull();
  expect(await findSupport('alpha beta', 0, parts, countTerms)).toMatchObject({ line: 0 });
});
