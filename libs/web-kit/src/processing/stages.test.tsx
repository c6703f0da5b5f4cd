import { isWaiting, listStages } from './stages.ts';

const statesOf = (stage: Parameters<typeof listStages>[0]['stage'], message: string) =>
  listStages({ stage, message })
    .map(({ state }) => state)
    .join(' ');

test.each([
  ['nothing begun', null, '', 'next next next next next next next'],
  ['in the queue', 'PROBE', 'Waiting for the worker', 'next next next next next next next'],
  ['at work', 'DETECT_SPEECH', 'Measuring the audio', 'done done now next next next next'],
  ['put aside', 'DETECT_SPEECH', 'Waiting for its turn', 'done done done next next next next'],
  ['at the end', 'PUBLISH', 'Handing over', 'done done done done done done now'],
] as const)('%s', (_what, stage, message, states) => {
  expect(statesOf(stage, message)).toBe(states);
});

test('a recording without any word from ingest does not wait', () => {
  expect(isWaiting({})).toBe(false);
});
