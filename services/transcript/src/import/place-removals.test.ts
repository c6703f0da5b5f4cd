import { Word } from '../segment/word.ts';
import { placeRemovals } from './place-removals.ts';

/** Words that take 300 ms each. */
const said = (startMs: number, text: string) =>
  text === ''
    ? []
    : text.split(' ').map((word, index) =>
        Object.assign(new Word(), {
          text: word,
          startMs: startMs + index * 300,
          endMs: startMs + index * 300 + 300,
          confidence: 0.9,
        }),
      );
const at = (startMs: number, endMs: number, text = '') => ({ startMs, endMs, words: said(startMs, text) });
const removal = (startMs: number, endMs: number, text = '') => ({
  startMs,
  endMs,
  speakerName: 'Ben',
  author: 'Anna',
  texts: [text.split(' ').filter(Boolean)],
});
const later = (startMs: number, endMs: number, edited = false, text = '') => ({
  id: `${startMs}`,
  startMs,
  endMs,
  edited,
  words: said(startMs, text),
});

it('removes what stands in the same place, and what lies within', () => {
  const [whole, halves] = [removal(0, 1_000), removal(2_000, 4_000)];
  const heard = [later(100, 900), later(2_000, 3_000), later(3_000, 3_900), later(5_000, 6_000)];
  const { removed, left, waiting } = placeRemovals([whole, halves], [at(5_000, 6_000)], heard);
  expect([removed.map(({ id }) => id), left, waiting]).toEqual([['100', '2000', '3000'], [], []]);
});

it('waits where only those are heard who stood there, and lists what is in longer segments', () => {
  const [over, before, silent] = [removal(0, 1_000), removal(2_000, 3_000), removal(9_000, 9_900)];
  const heard = [later(0, 1_900), later(2_000, 4_400)];
  expect(placeRemovals([over, before, silent], [at(100, 1_900)], heard)).toEqual({
    removed: [],
    cut: [],
    left: [before],
    waiting: [over, silent],
  });
});

it('removes nothing that stood there, or that people corrected', () => {
  const long = removal(0, 4_000);
  const parts = placeRemovals([long], [at(0, 4_200)], [later(0, 2_000), later(2_000, 4_200)]);
  expect(parts).toEqual({ removed: [], cut: [], left: [long], waiting: [] });
  const corrected = placeRemovals([long], [], [later(100, 4_000, true)]);
  expect(corrected).toEqual({ removed: [], cut: [], left: [long], waiting: [] });
});

it('removes nothing in which somebody is heard who was not removed, however short, and lists it', () => {
  const noise = removal(3_000, 4_800);
  for (const [endMs, after] of [
    [6_000, []],
    [5_400, []],
    [5_050, []],
    [6_000, [later(9_000, 9_900)]],
  ] as const) {
    const placed = placeRemovals([noise], [at(4_800, endMs)], [later(3_000, endMs), ...after]);
    expect(placed).toEqual({ removed: [], cut: [], left: [noise], waiting: [] });
  }
});

it('removes again what those speak over who are heard elsewhere', () => {
  const heard = [later(0, 5_000), later(1_000, 2_000), later(2_010, 3_000)];
  expect(placeRemovals([removal(1_000, 3_000)], [at(0, 5_000)], heard)).toEqual({
    removed: [
      { id: '1000', author: 'Anna' },
      { id: '2010', author: 'Anna' },
    ],
    cut: [],
    left: [],
    waiting: [],
  });
});

it('waits whole where only part was heard, until all of it has been', () => {
  const whole = removal(3_000, 8_000);
  const first = placeRemovals([whole], [], [later(3_000, 4_200)]);
  expect([first.removed.map(({ id }) => id), first.left, first.waiting]).toEqual([['3000'], [], [whole]]);
  // What was lost by it is part of it, and waits, or is listed, only as that.
  const both = [removal(3_000, 4_200), whole];
  expect(placeRemovals(both, [], [])).toEqual({ removed: [], cut: [], left: [], waiting: [whole] });
  expect(placeRemovals(both, [], [later(2_000, 9_900, true)]).left).toEqual([whole]);
  const rest = placeRemovals(both, [], [later(3_050, 4_100), later(4_200, 6_000), later(6_100, 8_000)]);
  expect([rest.removed.map(({ id }) => id), rest.left, rest.waiting]).toEqual([
    ['3050', '4200', '6100'],
    [],
    [],
  ]);
});

it('removes what lies within beside what stands in the same place', () => {
  const heard = [later(33_050, 35_401), later(35_401, 35_570), later(36_000, 36_300)];
  const { removed } = placeRemovals([removal(33_000, 35_700)], [], heard);
  expect(removed.map(({ id }) => id)).toEqual(['33050', '35401']);
});

it('removes the same words or similar ones, and lists what was removed where clearly others are heard', () => {
  const noise = removal(3_000, 4_200, 'um um er hm');
  const same = placeRemovals([noise], [], [later(3_050, 4_200, false, 'Um er hm')]);
  expect([same.removed.map(({ id }) => id), same.left]).toEqual([['3050'], []]);
  const other = placeRemovals([noise], [], [later(3_050, 4_200, false, 'the price is forty')]);
  expect(other).toEqual({ removed: [], cut: [], left: [noise], waiting: [] });
});

it('cuts out what is said among other words, unless somebody who stays says it, too', () => {
  const noise = removal(3_000, 3_900, 'um um er');
  const long = later(3_000, 5_100, false, 'um um er the price is forty');
  const placed = placeRemovals([noise], [at(3_900, 5_100, 'the price is forty')], [long]);
  expect(placed).toMatchObject({ removed: [], cut: [{ id: '3000', from: 0, to: 3 }], left: [] });
  const twice = placeRemovals([noise], [at(3_900, 5_100, 'um um er forty')], [long]);
  expect(twice).toEqual({ removed: [], cut: [], left: [noise], waiting: [] });
  const partly = placeRemovals([noise], [at(3_600, 5_100, 'er the price is forty')], [long]);
  expect(partly).toEqual({ removed: [], cut: [], left: [noise], waiting: [] });
});

it('keeps a word that stood beside a removal, however short, and is heard with it', () => {
  const [long, short] = [removal(600, 1_500, 'go now and'), removal(600, 1_200, 'go now')];
  const think = [at(0, 600, 'think we')];
  const joined = later(300, 1_200, false, 'we go now');
  expect(placeRemovals([short], think, [later(0, 300, false, 'think'), joined])).toMatchObject({
    removed: [],
    cut: [{ id: '300', from: 1, to: 3 }],
    left: [],
  });
  const partly = placeRemovals([long], think, [later(0, 300, false, 'think'), joined]);
  expect(partly).toMatchObject({ removed: [], cut: [], left: [long] });
  const said = placeRemovals([short], think, [later(0, 600, false, 'think we'), joined]);
  expect(said.removed.map(({ id }) => id)).toEqual(['300']);
});

it('takes a short first or last word of a removal out where it came back beside what goes, or lists it', () => {
  const own = removal(600, 1_700, 'go now not');
  const standing = [at(0, 600, 'think we'), at(1_800, 2_400, 'then home')];
  const going = later(600, 1_500, false, 'go now');
  const last = placeRemovals([own], standing, [going, later(1_500, 2_400, false, 'not then home')]);
  expect(last).toMatchObject({ removed: [{ id: '600' }], cut: [{ id: '1500', from: 0, to: 1 }], left: [] });
  const first = placeRemovals([own], standing, [
    later(0, 900, false, 'think we go'),
    later(900, 1_700, false, 'now not'),
  ]);
  expect(first).toMatchObject({ removed: [{ id: '900' }], cut: [{ id: '0', from: 2, to: 3 }], left: [] });
  const twice = placeRemovals([own], standing, [going, later(1_500, 2_400, false, 'not then not')]);
  expect(twice).toMatchObject({
    removed: [{ id: '600' }],
    cut: [],
    left: [{ startMs: 1_500, endMs: 1_800 }],
  });
  const none = placeRemovals([own], standing, [going, later(1_800, 2_400, false, 'then home')]);
  expect(none).toMatchObject({ removed: [{ id: '600' }], cut: [], left: [], waiting: [] });
});

it('lists a short word that is heard again, unless nearly nothing is', () => {
  const short = removal(3_000, 3_200, 'yes');
  const twice = { ...later(2_000, 6_000), words: said(2_500, 'yes yes we can') };
  const beside = [at(2_000, 3_000, 'well'), at(3_200, 4_500, 'yes we can')];
  expect(placeRemovals([short], beside, [twice])).toMatchObject({ cut: [], left: [short], waiting: [] });
  const next = placeRemovals([short], [], [later(3_150, 6_000, false, 'we can do it')]);
  expect(next).toMatchObject({ cut: [], left: [], waiting: [short] });
});

it('lists what is said twice by one who stays and once said it once', () => {
  const yes = removal(3_000, 3_200, 'yes');
  const standing = [at(3_200, 5_000, 'yes we can do that')];
  const twice = later(3_000, 5_000, false, 'yes yes we can do that');
  expect(placeRemovals([yes], standing, [twice])).toMatchObject({ left: [yes], waiting: [] });
  const once = later(3_000, 5_000, false, 'yes we can do that');
  expect(placeRemovals([yes], standing, [once])).toMatchObject({ left: [], waiting: [yes] });
});

it('lists what is heard again in similar words, and not what stood beside it or is clearly another', () => {
  const text = 'we begin at nine on monday with all of us';
  const noise = removal(3_000, 3_900, 'um I think');
  const leftWith = (more: string) =>
    placeRemovals([noise], [at(0, 3_800, text)], [later(0, 3_900, false, `${text} ${more}`.trim())]).left;
  expect(leftWith('')).toEqual([]);
  expect(leftWith('us')).toEqual([]);
  expect(leftWith('tomorrow then')).toEqual([]);
  expect(leftWith('I think')).toEqual([noise]);
  expect(leftWith('hm I think')).toEqual([noise]);
});

it('cuts out of a corrected text what is not of it', () => {
  const noise = removal(3_000, 3_900, 'um um er');
  const edited = later(3_000, 5_100, true, 'um um er the price is FORTY');
  const other = placeRemovals([noise], [at(3_900, 5_100, 'the price is FORTY')], [edited]);
  expect(other).toMatchObject({ removed: [], cut: [{ id: '3000', from: 0, to: 3 }], left: [] });
  const own = placeRemovals([noise], [at(4_700, 5_800, 'er the price is FORTY')], [edited]);
  expect(own).toEqual({ removed: [], cut: [], left: [noise], waiting: [] });
  const apart = placeRemovals([noise], [at(5_200, 6_700, 'um um er the price is FORTY')], [edited]);
  expect(apart).toEqual({ removed: [], cut: [], left: [noise], waiting: [] });
});

it('lists where a word is heard otherwise beside what goes, unless somebody stood there', () => {
  const whole = removal(0, 1_500, 'we take it for forty');
  const heard = [later(0, 1_200, false, 'we take it for'), later(1_200, 1_500, false, 'fourteen')];
  const { removed, left } = placeRemovals([whole], [], heard);
  expect(removed.map(({ id }) => id)).toEqual(['0']);
  expect(left).toEqual([{ ...whole, startMs: 1_200, endMs: 1_500 }]);
  expect(placeRemovals([whole], [at(1_200, 1_500, 'fourty')], heard).left).toEqual([]);
});

it('lists where one of its words is heard in a segment of others, however little of it', () => {
  const whole = removal(1_500, 2_400, 'or forty two');
  const standing = [at(0, 1_450, 'so it is fine now'), at(2_400, 3_000, 'yes please')];
  const heard = [
    later(0, 1_770, false, 'so it is fine now or'),
    later(1_820, 2_400, false, 'forty two'),
    later(2_400, 3_000, false, 'yes please'),
  ];
  const { removed, left } = placeRemovals([whole], standing, heard);
  expect([removed.map(({ id }) => id), left]).toEqual([['1820'], [whole]]);
});
