import { listStages } from './stages.ts';

test.each([
  ['nothing begun', null, false, 'next next next next next next next'],
  ['in the queue', 'PROBE', true, 'next next next next next next next'],
  ['at work', 'DETECT_SPEECH', false, 'done done now next next next next'],
  ['put aside', 'DETECT_SPEECH', true, 'done done done next next next next'],
  ['at the end', 'PUBLISH', false, 'done done done done done done now'],
] as const)('%s', (_what, stage, waiting, states) => {
  const listed = listStages({ stage, waiting }).map(({ state }) => state);
  expect(listed.join(' ')).toBe(states);
});
