import { chosenPlaces, listedPlaces, type Previews } from './replacement-places.ts';

const previews: Previews = {
  __typename: 'ReplacementPreviews',
  version: 1,
  totalCount: 2,
  placeCount: 3,
  segments: [
    {
      segmentId: 'a',
      startMs: 0,
      before: 'No, no.',
      after: 'Yes, yes.',
      places: [
        { start: 0, end: 2, text: 'Yes' },
        { start: 4, end: 6, text: 'yes' },
      ],
    },
    { segmentId: 'b', startMs: 5, before: 'No', after: 'Yes', places: [{ start: 0, end: 2, text: 'Yes' }] },
  ],
};

test('lists each place with what replacing there would make of the segment', () => {
  expect(listedPlaces(previews).map(({ key, after }) => [key, after])).toEqual([
    ['a 0', 'Yes, no.'],
    ['a 1', 'No, yes.'],
    ['b 0', 'Yes'],
  ]);
});

test('asks for the places that are not left out', () => {
  const listed = listedPlaces(previews);
  expect(chosenPlaces(listed, new Set())).toEqual({});
  expect(chosenPlaces(listed, new Set(['a 0']))).toEqual({
    segmentIds: ['a', 'b'],
    places: [
      { segmentId: 'a', places: [1] },
      { segmentId: 'b', places: [0] },
    ],
  });
  expect(chosenPlaces(listed, new Set(['a 0', 'a 1']))).toEqual({
    segmentIds: ['b'],
    places: [{ segmentId: 'b', places: [0] }],
  });
});

test('lists segments where there are too many places', () => {
  const many = { ...previews, segments: previews.segments.map((one) => ({ ...one, places: [] })) };
  expect(listedPlaces(many).map(({ after }) => after)).toEqual(['Yes, yes.', 'Yes']);
  expect(chosenPlaces(listedPlaces(many), new Set(['a']))).toEqual({ segmentIds: ['b'], places: [] });
});
