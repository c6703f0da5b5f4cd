import { Word } from '../segment/word.ts';
import type { ChosenSegment } from './chosen-segments.ts';
import { neighboursOf, refusedTexts } from './refuse-texts.ts';

const segmentOf = (id: string, startMs: number, endMs: number): ChosenSegment => ({
  id,
  startMs,
  endMs,
  place: '1',
  speakerId: 'anna',
  heardSpeakerId: 'anna',
  author: 'Anna',
  head: [],
  tail: [],
  heard: null,
  textChosen: true,
  speakerChosen: false,
  given: false,
  cut: true,
  onlyCut: false,
  partOf: null,
  startMoved: false,
  endMoved: false,
});
const pieceOf = (text: string) => ({
  startMs: 0,
  endMs: 0,
  text,
  words: text
    .split(' ')
    .map((word) => Object.assign(new Word(), { text: word, startMs: 0, endMs: 0, confidence: null })),
});

it('refuses a text that is doubled as soon as the one beside it is refused', () => {
  const earlier = [segmentOf('a', 0, 1_200), segmentOf('b', 1_200, 1_700), segmentOf('c', 1_700, 1_900)];
  const later = [segmentOf('1', 0, 1_000), segmentOf('2', 1_000, 1_900)];
  const texts = earlier.slice(0, 2).map((segment, at) => ({ segment, laterId: `${at + 1}` }));
  const then = neighboursOf(['a', 'b'], earlier, []);
  const said = {
    a: 'ladder carpet orange',
    b: 'purple winter',
    c: 'summer',
    '1': 'ladder carpet',
    '2': 'orange purple winter summer',
  };
  const pieces = new Map(Object.entries(said).map(([id, text]) => [id, pieceOf(text)]));
  expect([...refusedTexts(texts, texts, later, then, pieces).keys()]).toEqual(['2', '1']);
  const alone = new Map(pieces).set('2', pieceOf('orange purple winter'));
  expect([...refusedTexts(texts, texts, later, then, alone).keys()]).toEqual([]);
});
