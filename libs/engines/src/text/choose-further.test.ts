import { chooseFurther } from './choose-further.ts';
import { spokenSentences } from './spoken-sentences.ts';

const TALK = [
  'The fair moves to May. It was planned for March.',
  'That is a pity.',
  'We do it because the hall has no roof yet. The roofers come in April. Tickets stay valid.',
];
const passage = {
  recordingId: 'A',
  recordingTitle: 'Fair',
  startMs: 0,
  endMs: 60_000,
  score: 1,
  lines: TALK.map((text, i) => ({ speakerName: i % 2 === 0 ? 'Ana' : 'Tom', text })),
};

async function further(question: string, ...answers: string[]): Promise<string[] | undefined> {
  const sentences = await spokenSentences([passage], async (texts) => texts.map(() => ({})));
  const history = answers.map((answer) => ({ question: 'When is the fair?', answer }));
  return chooseFurther(sentences, question, history)?.map(({ text }) => text);
}

it('gives the reason that was said near what was quoted', async () => {
  expect(await further('Why?', 'Ana: The fair moves to May. [1]')).toEqual([
    'We do it because the hall has no roof yet.',
  ]);
  expect(
    await further(
      'Why?',
      'The fair moves to May. It was planned for March.',
      'We do it because the hall has no roof yet.',
    ),
  ).toEqual(['The roofers come in April.', 'Tickets stay valid.']);
});

it('goes on with what follows, and never quotes the same again', async () => {
  const answer = 'Ana: The fair moves to May. [1]';
  expect(await further('Tell me more', answer)).toEqual([
    'It was planned for March.',
    'That is a pity.',
    'We do it because the hall has no roof yet.',
  ]);
  expect(await further('And then?', answer, 'Ana: Tickets stay valid. [1]')).toEqual([]);
});

it('leaves other questions alone, and those after an answer without quotes', async () => {
  expect(await further('Why does the fair move?', 'Ana: The fair moves to May. [1]')).toBeUndefined();
  expect(await further('Tell me more', 'You are welcome.')).toBeUndefined();
});
