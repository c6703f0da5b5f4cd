import { mergedSpeakers } from './merged-speakers.ts';

it('tells who became whom, also over several joins, and of nobody who merely left or comes back to themselves', () => {
  const merged = mergedSpeakers([
    { id: 'ann', joinedInto: 'ben' },
    { id: 'ben', joinedInto: 'cleo' },
    { id: 'dora', joinedInto: null },
    { id: 'eve', joinedInto: 'dora' },
    { id: 'finn', joinedInto: 'gil' },
    { id: 'gil', joinedInto: 'finn' },
  ]);
  expect([...merged]).toEqual([
    ['ann', 'cleo'],
    ['ben', 'cleo'],
  ]);
});
