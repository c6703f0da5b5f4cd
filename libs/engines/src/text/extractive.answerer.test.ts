import { ExtractiveAnswerer } from './extractive.answerer.ts';
import type { AnswerPassage, AnswerPiece, CountTerms } from './ports.ts';

const STOP = new Set(
  'the is a of to and in we it will that for you i are what how much on why and'.split(' '),
);
const countTerms: CountTerms = async (texts) =>
  texts.map((text) => {
    const counts: Record<string, number> = {};
    for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? [])
      if (!STOP.has(word)) counts[word] = (counts[word] ?? 0) + 1;
    return counts;
  });

const passage = (score: number, ...lines: [speakerName: string, text: string][]): AnswerPassage => ({
  recordingId: 'A',
  recordingTitle: 'Call',
  startMs: 0,
  endMs: 60_000,
  score,
  lines: lines.map(([speakerName, text]) => ({ speakerName, text })),
});

async function pieces(
  question: string,
  passages: AnswerPassage[],
  { standalone = question, signal = new AbortController().signal } = {},
) {
  const all: AnswerPiece[] = [];
  const answerer = new ExtractiveAnswerer();
  const request = { question, standalone, passages, history: [], countTerms };
  for await (const piece of answerer.answer(request, { signal })) all.push(piece);
  return all;
}

const quotes = (all: AnswerPiece[], passages: AnswerPassage[]) =>
  all.flatMap((piece) => {
    if (piece.type !== 'quotation') return [];
    const { passage: at, line, start, end } = piece.quotation;
    return [passages[at]?.lines[line]?.text.slice(start, end) ?? ''];
  });

const CALL = passage(
  1,
  ['Ana', 'Good morning to you all, how are you doing today? What is the price of the new machine?'],
  [
    'Tom',
    'The price of the new machine is four hundred dollars every month. My dog barked all night, sorry.',
  ],
  ['Ana', 'Okay, okay, well, thank you, yeah, right, bye.'],
);

it('answers with what was said about the matter, verbatim, and leaves greetings out', async () => {
  const all = await pieces('What is the price of the machine?', [CALL]);
  const said = quotes(all, [CALL]);
  expect(said[0]).toBe('The price of the new machine is four hundred dollars every month.');
  expect(said.join(' ')).not.toMatch(/Good morning|bye/);
  const text = all.map((piece) => (piece.type === 'text' ? piece.text : '')).join('');
  expect(text).toContain('Tom: The price of the new machine');
});

it('answers a narrow question about a short conversation with what concerns it, not with the conversation', async () => {
  const call = passage(
    1,
    ['Ana', 'The last delivery of that machine was two weeks late this time.'],
    ['Tom', 'Our price for the machine is four hundred dollars every month.'],
    ['Ana', 'Customers were unhappy about two broken windows in their office.'],
  );
  expect(quotes(await pieces('What were customers unhappy about?', [call]), [call])).toEqual([
    'Customers were unhappy about two broken windows in their office.',
  ]);
  // In other words than were used there is nothing to choose by: what it is all about.
  expect(quotes(await pieces('Any grievances?', [call]), [call])).toHaveLength(3);
});

it('keeps what is far less relevant than the best out of a narrow answer', async () => {
  const far = passage(0.05, ['Bo', 'Lunch on Tuesday comes from a different kitchen downstairs.']);
  const said = quotes(await pieces('What is the price of the machine?', [CALL, far]), [CALL, far]);
  expect(said.join(' ')).not.toContain('Lunch');
});

it('says what was said several times once', async () => {
  const same = 'The delivery of the machine slips to the middle of October.';
  const talk = passage(
    1,
    ['Ana', same],
    ['Tom', same],
    ['Cy', 'The lawyers wrote about delivery of the machine.'],
  );
  const said = quotes(await pieces('When is the delivery of the machine?', [talk]), [talk]);
  expect(said).toEqual([same, 'The lawyers wrote about delivery of the machine.']);
});

it('prefers what is new to what nearly repeats the best', async () => {
  const best = 'The delivery of the machine slips to the middle of October.';
  const again = 'So delivery of that machine slips into the middle of October, Tom.';
  const others = [
    'Every customer in Lyon wants their delivery sooner than October.',
    'Our factory cannot test one machine before October ends.',
    'Trucks for each delivery were booked back in the middle of June.',
    'Lawyers say that late delivery of any machine costs five per cent.',
    'Suppliers had promised engines for this machine by August.',
    'Two ports unload each machine by hand since the middle of March.',
    'Nobody told our office that delivery had moved again.',
    'Until October nobody pays for a machine they have not seen.',
  ];
  const talk = [[best, again], others.slice(0, 4), others.slice(4)].map((texts) =>
    passage(1, ...texts.map((text): [string, string] => ['Bo', text])),
  );
  const said = quotes(await pieces('Summarize the delivery of the machine.', talk), talk);
  expect(said.filter((quote) => [best, again].includes(quote))).toHaveLength(1);
});

it('sums up in the order of the passages, naming a speaker once in a row', async () => {
  const talk = passage(
    1,
    [
      'Ana',
      'The budget for travel is cut by half this year. The budget for training stays as it was before.',
    ],
    ['Tom', 'The budget for tools grows by ten per cent instead.'],
  );
  const all = await pieces('Summarize the budget for travel, training and tools.', [talk]);
  const text = all.map((piece) => (piece.type === 'text' ? piece.text : '[]')).join('');
  expect(text.match(/Ana: /g)).toHaveLength(1);
  expect(text.indexOf('Ana: ')).toBeLessThan(text.indexOf('\n\nTom: '));
});

it('sums up in about 75 words, however much there is to say', async () => {
  const many = Array.from({ length: 40 }, (_, i): [string, string] => [
    'Ana',
    `Budget item alpha${'x'.repeat(i)} costs beta${'y'.repeat(i)} dollars every single year.`,
  ]);
  const long = passage(1, ...many);
  const words = quotes(await pieces('Summarize the budget.', [long]), [long])
    .join(' ')
    .split(' ').length;
  expect(words).toBeGreaterThanOrEqual(75);
  expect(words).toBeLessThan(75 + 28);
});

it('quotes short lines when there is nothing else, and nothing of nothing', async () => {
  const short = passage(1, ['Ana', 'Four hundred.']);
  expect(quotes(await pieces('How much?', [short]), [short])).toEqual(['Four hundred.']);
  expect(await pieces('How much?', [])).toEqual([]);
});

describe('a question that somebody asked in the recording', () => {
  const asked = passage(
    1,
    ['Ana', 'One more thing. When will the application be ready?'],
    ['Tom', 'We plan to deliver on the third of September.'],
    ['Ana', 'Lunch comes from another kitchen downstairs today.'],
  );

  it('is answered by the reply to it, and never quoted', async () => {
    const said = quotes(await pieces('When will the application be ready?', [asked]), [asked]);
    expect(said[0]).toBe('We plan to deliver on the third of September.');
    expect(said.join(' ')).not.toContain('?');
  });

  it('is answered by the reply also where that is in the next passage, which may be ranked before', async () => {
    const [question, reply] = [asked.lines.slice(0, 1), asked.lines.slice(1)];
    const parts = [
      { ...asked, startMs: 10_000, lines: reply },
      { ...asked, endMs: 9_000, lines: question },
    ];
    const said = quotes(await pieces('When will the application be ready?', parts), parts);
    expect(said[0]).toBe('We plan to deliver on the third of September.');
  });

  it('is not answered by what another recording goes on with', async () => {
    const [question, other] = [asked.lines.slice(0, 1), asked.lines.slice(1)];
    const parts = [
      { ...asked, endMs: 9_000, lines: question },
      { ...asked, recordingId: 'B', startMs: 10_000, lines: other },
    ];
    expect(quotes(await pieces('When will the application be ready?', parts), parts)).toEqual([]);
  });
});

describe('what nobody speaks of', () => {
  it('is not answered', async () => {
    expect(await pieces('Is the capital of Mongolia larger than the machine?', [CALL])).toEqual([]);
    expect(await pieces('Thank you very much!', [CALL])).toEqual([]);
  });

  it('is not answered by what a follow-up takes from the conversation', async () => {
    const about = (question: string) => pieces(question, [CALL], { standalone: `${question} price machine` });
    expect(await about('And the lawyer?')).toEqual([]);
    expect(quotes(await about('And every month?'), [CALL])[0]).toContain('four hundred dollars');
    // By "it" the words of the conversation are meant.
    expect(quotes(await about('Why is it outrageous?'), [CALL])[0]).toContain('four hundred dollars');
  });
});

it('takes a word that is also in the name of a speaker for a matter when much of a long talk is wanted', async () => {
  const talk = [
    'The colours of the shell were changed twice.',
    'Rubber feels better in the hand.',
    'Curves sell.',
  ];
  const passages = talk.map((text) => passage(1, ['Design Lead', text]));
  expect(await pieces('Summarize the discussion of appearance design.', passages)).not.toEqual([]);
  expect(await pieces('Is the appearance of Design Lead odd?', passages)).toEqual([]);
});

it('ends when it is told to', async () => {
  await expect(
    pieces('What is the price?', [CALL], { signal: AbortSignal.abort(new Error('enough')) }),
  ).rejects.toThrow('enough');
});
