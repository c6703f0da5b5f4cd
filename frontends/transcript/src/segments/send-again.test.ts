import { jest } from '@jest/globals';
import { CombinedError, type Client } from 'urql';
import { EditStore } from './edit.store.ts';
import { SegmentStore } from './segment.store.ts';
import { row } from './test-row.ts';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** A segment that is typed in while the graph is down, or refuses what is typed. */
function setup(state: { down: boolean; refuses?: boolean }) {
  const asked: string[] = [];
  const answerTo = ({ text }: { text: string }) => {
    asked.push(text);
    if (state.down) return { error: new CombinedError({ networkError: new Error('refused') }) };
    if (state.refuses)
      return { data: { editSegmentText: { __typename: 'Problem', code: 'SEGMENT_TEXT_TOO_LONG', message: 'Too long.', recovery: [] } } }; // prettier-ignore
    const segment = { ...row, text, version: 2, words: [], lastCorrection: { id: 'c', reverted: null } };
    return { data: { editSegmentText: { __typename: 'Segment', ...segment } } };
  };
  const client = {
    mutation: (_document: unknown, { input }: { input: { text: string } }) => ({
      toPromise: async () => answerTo(input),
    }),
  } as unknown as Client;
  const told: string[] = [];
  const edits = new EditStore(client, {
    kept: ({ draft }) => void told.push(`kept ${draft}`),
    saved: ({ draft }) => void told.push(`saved ${draft}`),
    unplaced: () => undefined,
  });
  const store = new SegmentStore();
  store.append([row], true);
  const corrections = { did: () => undefined, forget: () => undefined, discard: async () => true };
  const leave = edits.enter({ recordingId: 'r', store, corrections });
  edits.begin(row);
  edits.change('mine');
  const after = (ms: number) => jest.advanceTimersByTimeAsync(ms);
  return { edits, leave, asked, told, after };
}

it('sends what nobody answered again, and says so until it is saved', async () => {
  const state = { down: true };
  const { edits, asked, after } = setup(state);
  await after(1_500);
  expect(edits.getSnapshot().edit?.trouble).toMatchObject({ kind: 'failed', answered: false });
  await after(2_000);
  expect(asked).toEqual(['mine', 'mine']);
  state.down = false;
  await after(4_000);
  expect(edits.getSnapshot().edit).toMatchObject({ trouble: null, row: { text: 'mine', version: 2 } });
  expect(edits.hasUnsaved()).toBe(false);
  await after(600_000);
  expect(asked).toHaveLength(3);
});

it('sends again what was typed on a page that was left, and tells of it once', async () => {
  const state = { down: true };
  const { edits, leave, told, after } = setup(state);
  leave();
  await after(8_000);
  expect([told, edits.hasUnsaved()]).toEqual([['kept mine'], true]);
  state.down = false;
  await after(20_000);
  expect([told, edits.hasUnsaved()]).toEqual([['kept mine', 'saved mine'], false]);
});

it('does not send again what was refused', async () => {
  const { edits, asked, after } = setup({ down: false, refuses: true });
  await after(1_500);
  expect(edits.getSnapshot().edit?.trouble).toMatchObject({ kind: 'failed', answered: true });
  await after(600_000);
  expect(asked).toEqual(['mine']);
});
