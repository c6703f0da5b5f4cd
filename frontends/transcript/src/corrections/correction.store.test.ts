import type { Client } from 'urql';
import { UndoCorrectionMutation } from './correction.operations.ts';
import { CorrectionStore } from './correction.store.ts';
import { outcomeOf } from './outcome.ts';

interface Reply {
  data?: { correction: object | null; undone?: object };
  error?: { graphQLErrors: { message: string }[] };
}

function storeWith(...replies: (Reply | Promise<Reply>)[]) {
  const undone: string[] = [];
  const refused: string[] = [];
  const client = {
    mutation: (_document: unknown, { id }: { id: string }) => {
      undone.push(id);
      return { toPromise: async () => replies.shift() ?? {} };
    },
  } as unknown as Client;
  return { store: new CorrectionStore(client, (message) => refused.push(message)), undone, refused };
}
const made = (id: string): Reply => ({ data: { correction: { __typename: 'Correction', id } } });
const problem: Reply = {
  data: { correction: { __typename: 'Problem', message: 'Changed since.', recovery: ['Look.'] } },
};

it('takes back the last correction, and brings it again', async () => {
  const { store, undone } = storeWith(made('u2'), made('r2'), made('u2b'));
  store.did('c1');
  store.did('c2');
  await store.undo();
  expect(store.getSnapshot()).toMatchObject({ canUndo: true, canRedo: true });
  await store.redo();
  await store.undo();
  expect(undone).toEqual(['c2', 'u2', 'r2']);
});

it('forgets what could be brought again once something else is corrected', async () => {
  const { store } = storeWith(made('u1'));
  store.did('c1');
  await store.undo();
  store.did('c2');
  expect(store.getSnapshot()).toMatchObject({ canUndo: true, canRedo: false });
});

it('says what is refused, and goes on with the one before', async () => {
  const { store, undone, refused } = storeWith(problem, made('u1'));
  store.did('c1');
  store.did('c2');
  await store.undo();
  await store.undo();
  expect([undone, refused]).toEqual([['c2', 'c1'], ['Changed since. Look.']]);
});

it('keeps what nobody answered to for another try', async () => {
  const { store, refused } = storeWith({ error: { graphQLErrors: [] } });
  store.did('c1');
  await store.undo();
  expect(refused).toEqual(['']);
  expect(store.getSnapshot().canUndo).toBe(true);
});

it('takes back what a voice is known by in its turn, brings it again where that can be, and tells', async () => {
  const undoneBy = (by: string | null): Reply => ({
    data: {
      correction: null,
      undone: { __typename: 'UndoneSpeakerProfileChange', by: by === null ? null : { id: by } },
    },
  });
  const { store, undone } = storeWith(made('u1'), undoneBy('u2'), undoneBy('r2'), undoneBy(null));
  const told: boolean[] = [];
  store.didChangePerson('enrolled', (isAgain) => told.push(isAgain));
  store.did('c1');
  await store.undo();
  await store.undo();
  await store.redo();
  await store.undo();
  expect(undone).toEqual(['c1', 'enrolled', 'u2', 'r2']);
  expect(told).toEqual([false, true, false]);
  expect(store.getSnapshot()).toMatchObject({ canUndo: false, canRedo: true });
});

it('does not offer to bring a person again who was made', async () => {
  const { store, undone } = storeWith(made('u1'));
  store.didMakePerson('c1');
  await store.undo();
  expect(undone).toEqual(['c1']);
  expect(store.getSnapshot()).toMatchObject({ canUndo: false, canRedo: false });
});

it('takes back of the history what was made here, too, and what is final for good', async () => {
  const { store, undone } = storeWith(made('u1'), made('u2'), made('r2'));
  store.didMakePerson('person');
  store.did('text');
  await store.undoThis('person');
  expect(store.getSnapshot()).toMatchObject({ canUndo: true, canRedo: false });
  await store.undoThis('elsewhere');
  await store.redo();
  expect(undone).toEqual(['person', 'elsewhere', 'u2']);
});

it('takes back of what is told the one that is asked for, whatever was corrected since', async () => {
  const undone = { __typename: 'UndoneSpeakerProfileChange', by: { id: 'u1' } };
  const { store, undone: order } = storeWith({ data: { correction: null, undone } }, made('u2'));
  const told: boolean[] = [];
  const tell = (isAgain: boolean) => void told.push(isAgain);
  store.didChangePerson('renamed', tell);
  store.did('c2');
  await store.undoTold(tell);
  expect(await store.undoTold(tell)).toBe(false);
  await store.undo();
  expect([order, told]).toEqual([['renamed', 'c2'], [false]]);
});

it('makes corrections one after the other', async () => {
  const slow = Promise.withResolvers<Reply>();
  const { store, undone: order } = storeWith(slow.promise, { data: { correction: null } });
  const first = store.make(UndoCorrectionMutation, { id: 'first' });
  const second = store.make(UndoCorrectionMutation, { id: 'second' });
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(order).toEqual(['first']);
  expect(store.getSnapshot().busy).toBe(true);
  slow.resolve(made('a'));
  expect(await Promise.all([first, second])).toEqual([true, true]);
  expect(order).toEqual(['first', 'second']);
  expect(store.getSnapshot()).toEqual({ canUndo: true, canRedo: false, busy: false });
});

it.each([
  [{ __typename: 'Correction' as const, id: 'a' }, undefined, { kind: 'made', id: 'a' }],
  [null, undefined, { kind: 'same' }],
  [undefined, { graphQLErrors: [{ message: 'Down' }] }, { kind: 'refused', message: 'Down' }],
  [undefined, undefined, { kind: 'refused', message: '' }],
])('understands the answer %j', (answer, failure, outcome) => {
  expect(outcomeOf(answer, failure)).toEqual(outcome);
});
