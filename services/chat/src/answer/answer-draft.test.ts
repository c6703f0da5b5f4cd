import type { AnswerPiece, CountTerms } from '@colloquy/engines/text';
import type { RetrievedPassage } from '../retrieval/retrieval.service.ts';
import { AnswerDraft } from './answer-draft.ts';

const countTerms: CountTerms = async (texts) =>
  texts.map((text) =>
    Object.fromEntries((text.toLowerCase().match(/\p{L}+/gu) ?? []).map((word) => [word, 1])),
  );

const LINE = 'Good day. The price is high.';
const PASSAGE: RetrievedPassage = {
  id: 'p',
  recordingId: 'r',
  recordingTitle: 'Call',
  configuration: 'english',
  body: '',
  startMs: 0,
  endMs: 2_800,
  score: 1,
  parts: [
    {
      segmentId: 's',
      speakerId: 't',
      speakerName: 'Tom',
      start: 0,
      end: LINE.length,
      startMs: 0,
      endMs: 2_800,
      text: LINE,
      words: [],
    },
  ],
};

async function written(pieces: AnswerPiece[], passage = PASSAGE): Promise<AnswerDraft> {
  const draft = new AnswerDraft([passage], countTerms);
  let before = '';
  for (const piece of pieces) {
    await draft.add(piece);
    // Readers follow by appending.
    expect(draft.text.startsWith(before)).toBe(true);
    before = draft.text;
  }
  return draft;
}

const text = (body: string): AnswerPiece => ({ type: 'text', text: body });
const claim = (passage: number): AnswerPiece => ({ type: 'claim', passage });
const quotation = (start: number, end: number): AnswerPiece => ({
  type: 'quotation',
  quotation: { passage: 0, line: 0, start, end },
});

it('numbers a citation that its passage supports, and quotes it verbatim with its time', async () => {
  const draft = await written([text('The price is high '), claim(0), text('. Thanks.')]);
  expect(draft.text).toBe('The price is high [1]. Thanks.');
  // Without word times: evenly, 100 ms a character.
  expect(draft.citations).toEqual([
    {
      index: 1,
      recordingId: 'r',
      recordingTitle: 'Call',
      segmentId: 's',
      speakerId: 't',
      speakerName: 'Tom',
      quote: 'The price is high.',
      startMs: 1_000,
      endMs: 2_800,
    },
  ]);
});

it('drops a citation of something else, or of a passage there is none of', async () => {
  const draft = await written([text('Lawyers objected strongly'), claim(0), claim(7), text('.')]);
  expect(draft.text).toBe('Lawyers objected strongly.');
  expect(draft.citations).toEqual([]);
  expect(draft.dropped).toBe(2);
});

it('gives the same words the same number, once in a row', async () => {
  const draft = await written([
    quotation(10, 28),
    quotation(10, 28),
    text(' And '),
    quotation(0, 9),
    text('.'),
  ]);
  expect(draft.text).toBe('[1] And [2].');
  expect(draft.citations.map(({ quote }) => quote)).toEqual(['The price is high.', 'Good day.']);
});

it('refuses quotations that lie nowhere', async () => {
  const draft = await written([
    quotation(5, 5),
    { type: 'quotation', quotation: { passage: 0, line: 9, start: 0, end: 1 } },
  ]);
  expect([draft.text, draft.citations]).toEqual(['', []]);
});

it('takes the times of a quotation from its words', async () => {
  const [part] = PASSAGE.parts;
  if (!part) throw new Error('no part');
  const words: [number, number, number, number][] = [
    [0, 4, 0, 100],
    [10, 13, 900, 1_000],
    [14, 19, 1_010, 1_200],
  ];
  const draft = await written([quotation(10, 28)], { ...PASSAGE, parts: [{ ...part, words }] });
  expect(draft.citations[0]).toMatchObject({ startMs: 900, endMs: 1_200 });
});

it('says what it has to remark in a paragraph of its own', async () => {
  const draft = await written([text('Perhaps. ')]);
  draft.remark('Nothing was found.');
  expect(draft.text).toBe('Perhaps.\n\nNothing was found.');
});

it.each([
  ['The price is high [1].'],
  ['The price is high [', '1].'],
  ['The price is high [1', '2, 3].'],
  ['The price is high [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14].'],
])('lets no number that was not checked read as a citation: %s', async (...pieces) => {
  const draft = await written(pieces.map(text));
  expect(draft.text).toContain('[ 1');
  expect(draft.text).not.toMatch(/\[\d/);
});
