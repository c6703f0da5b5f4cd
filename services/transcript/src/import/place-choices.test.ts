import type { ChosenSegment } from './chosen-segments.ts';
import { placeChoices } from './place-choices.ts';

const chosen = (startMs: number, endMs: number, about: Partial<ChosenSegment>): ChosenSegment => ({
  id: `${startMs}`,
  place: '0',
  speakerId: 'anna',
  startMs,
  endMs,
  textChosen: false,
  speakerChosen: false,
  heardSpeakerId: 'anna',
  given: false,
  cut: false,
  onlyCut: false,
  partOf: null,
  startMoved: false,
  endMoved: false,
  heard: null,
  head: [],
  tail: [],
  author: 'Ben',
  ...about,
});
const later = (...ends: [startMs: number, endMs: number][]) =>
  ends.map(([startMs, endMs]) => ({
    id: `later ${startMs}`,
    startMs,
    endMs,
    speakerId: 'ben',
    heardStartMs: startMs,
    heardEndMs: endMs,
    head: ['we'],
    tail: ['it'],
  }));

it('a speaker goes to all that an engine cut from one segment, a text only to one', () => {
  const [halves, speaker] = [later([0, 1_000], [1_000, 2_000]), chosen(0, 2_000, { speakerChosen: true })];
  const { texts, speakers, left } = placeChoices([speaker], halves);
  expect([texts, speakers.map(({ laterId }) => laterId), left]).toEqual([[], ['later 0', 'later 1000'], []]);
  const text = chosen(0, 2_000, { textChosen: true });
  expect(placeChoices([text], halves)).toEqual({ texts: [], speakers: [], cuts: [], left: [text] });
});

it('a speaker of a small part of what was joined is left', () => {
  const part = chosen(0, 1_000, { speakerChosen: true });
  expect(placeChoices([part], later([0, 4_000]))).toEqual({
    texts: [],
    speakers: [],
    cuts: [],
    left: [part],
  });
});

it('a speaker of whom the greater part is gone is left, too', () => {
  const most = chosen(0, 4_000, { speakerChosen: true });
  const { speakers, left } = placeChoices([most], later([0, 1_000]));
  expect([speakers.length, left]).toEqual([1, [most]]);
});

it('what people only cut is cut alike where the same words begin and end it, or others at the same time', () => {
  const cutAt = (endMs: number, last: string) =>
    chosen(0, endMs, { textChosen: true, onlyCut: true, head: ['we'], tail: [last] });
  const placed = (segment: ChosenSegment) => placeChoices([segment], later([0, 1_000]));
  expect(placed(cutAt(1_200, 'it')).cuts).toHaveLength(1);
  expect(placed(cutAt(1_050, 'eat')).cuts).toHaveLength(1);
  const twice = chosen(0, 1_200, { textChosen: true, onlyCut: true, head: ['we'], tail: ['it', 'it'] });
  expect(placed(twice)).toMatchObject({ texts: [{ laterId: 'later 0' }], cuts: [] });
  expect(placed(cutAt(1_200, 'today'))).toMatchObject({ texts: [{ laterId: 'later 0' }], cuts: [] });
});

it('a speaker goes to a word that was split off from a segment in the same place, too', () => {
  const placed = (segment: ChosenSegment) =>
    placeChoices([segment], later([0, 200], [210, 3_000])).speakers.map(({ laterId }) => laterId);
  expect(placed(chosen(0, 3_000, { speakerChosen: true })).toSorted()).toEqual(['later 0', 'later 210']);
  expect(placed(chosen(0, 3_000, { speakerChosen: true, textChosen: true }))).toEqual(['later 210']);
});
