import { chooseRung, type Rung } from './rung.ts';

const rung = (id: string, reason: string | null): Rung<string> => ({
  id,
  kind: 'RECOGNIZER',
  rung: 'local',
  name: `Engine ${id}`,
  model: id,
  howToGet: [`get ${id}`],
  unavailableReason: async () => reason,
  open: async () => id,
});
const rungs = [rung('best', 'it is missing.'), rung('good', null), rung('plain', null)];

test('auto takes the best that is there', async () => {
  expect((await chooseRung(rungs, 'auto', 'RECOGNIZER')).id).toBe('good');
});

test('a rung asked for is used even when a better one is there', async () => {
  expect((await chooseRung(rungs, 'plain', 'RECOGNIZER')).id).toBe('plain');
});

test('a missing one is never exchanged silently: the error says why, how to get it, and what is next', async () => {
  await expect(chooseRung(rungs, 'best', 'RECOGNIZER')).rejects.toMatchObject({
    code: 'ENGINE_UNAVAILABLE',
    message: 'RECOGNIZER=best cannot be used: it is missing.',
    recovery: ['get best', 'Or use the next engine that is ready here: RECOGNIZER=good (Engine good)'],
  });
});

test('an unknown one is named with those that are known', async () => {
  await expect(chooseRung(rungs, 'other', 'RECOGNIZER')).rejects.toMatchObject({
    code: 'UNKNOWN_ENGINE',
    recovery: ['Use auto or one of: best, good, plain'],
  });
});

test('nothing at all is an error that says how to get something', async () => {
  await expect(chooseRung([rung('best', 'missing')], 'auto', 'RECOGNIZER')).rejects.toMatchObject({
    code: 'ENGINE_UNAVAILABLE',
    recovery: ['get best'],
  });
});
