import { Turns } from './turns.ts';
import { UndoHistory, type Reverted } from './undo-history.ts';

function historyOf(...answers: (Reverted<string> | Promise<Reverted<string>>)[]) {
  const reverted: string[] = [];
  const history = new UndoHistory<string>(new Turns(), async (step, isRedo) => {
    reverted.push(isRedo ? `again ${step}` : step);
    return (await answers.shift()) ?? { kind: 'done', by: `${step}'` };
  });
  const can = () => [history.canUndo, history.canRedo];
  return { history, reverted, can };
}

it('takes back the latest first, and brings it again', async () => {
  const { history, reverted, can } = historyOf();
  history.did('a');
  history.did('b');
  expect([await history.undo(), await history.redo(), await history.undo(), await history.undo()]).toEqual(
    Array(4).fill(true),
  );
  expect(reverted).toEqual(['b', "again b'", "b''", 'a']);
  expect(can()).toEqual([false, true]);
});

it('brings nothing again after something else was done', async () => {
  const { history, can } = historyOf();
  history.did('a');
  await history.undo();
  history.did('b');
  expect(can()).toEqual([true, false]);
  expect(await history.redo()).toBe(false);
});

it.each<[Reverted<string>, boolean, [boolean, boolean]]>([
  [{ kind: 'unanswered' }, false, [true, false]],
  [{ kind: 'refused' }, false, [false, false]],
  [{ kind: 'same' }, false, [false, false]],
  [{ kind: 'done', by: null }, true, [false, false]],
])('keeps only what is worth another try: %j', async (answer, isUndone, left) => {
  const { history, can } = historyOf(answer);
  history.did('a');
  expect(await history.undo()).toBe(isUndone);
  expect(can()).toEqual(left);
});

it('takes back the one that is meant, whatever was done since', async () => {
  const { history, reverted } = historyOf();
  history.did('a');
  history.did('b');
  expect(await history.undoThat((step) => step === 'a')).toBe(true);
  expect(await history.undoThat((step) => step === 'a')).toBe(false);
  await history.undo();
  expect(reverted).toEqual(['a', 'b']);
});

it('takes back what was done elsewhere, and brings that again', async () => {
  const { history, reverted } = historyOf();
  history.did('a');
  await history.undoThat((step) => step === 'b', 'b');
  await history.redo();
  expect(reverted).toEqual(['b', "again b'"]);
});

it('takes back one after the other', async () => {
  const slow = Promise.withResolvers<Reverted<string>>();
  const { history, reverted } = historyOf(slow.promise);
  history.did('a');
  history.did('b');
  const both = [history.undo(), history.undo()];
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(reverted).toEqual(['b']);
  slow.resolve({ kind: 'done', by: null });
  expect(await Promise.all(both)).toEqual([true, true]);
  expect(reverted).toEqual(['b', 'a']);
});

it('forgets what is gone', () => {
  const { history, can } = historyOf();
  history.did('a');
  history.forget((step) => step === 'a');
  expect(can()).toEqual([false, false]);
});
