import { newId } from '@colloquy/subgraph';
import { keepIds } from './keep-ids.ts';
import type { UnifiedMember } from './unify-speakers.ts';

const group = (...ids: string[]): UnifiedMember[] =>
  ids.map((id) => ({ id, reason: 'VOICE', similarity: null, model: null }));
const [older, newer] = [newId(), newId()];
const before = [
  { id: newer, members: group('c', 'd') },
  { id: older, members: group('a', 'b') },
];
const idsOf = (...groups: UnifiedMember[][]) => keepIds(before, groups).map(({ id }) => id);

it('keeps who somebody is for the one with whom they have most in common', () => {
  expect(idsOf(group('a', 'c', 'd'), group('b'))).toEqual([newer, older]);
});

it('keeps the one there longest where two become one, whichever is shown first', () => {
  expect(idsOf(group('c', 'd', 'a', 'b'))).toEqual([older]);
});

it('makes somebody of whom nothing was known', () => {
  const [made] = idsOf(group('e'));
  expect([older, newer]).not.toContain(made);
});
