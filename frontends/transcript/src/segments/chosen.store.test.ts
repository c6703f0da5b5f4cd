import { ChosenStore } from './chosen.store.ts';

const SHOWN = ['a', 'b', 'c', 'd', 'e'];

describe('chosen segments', () => {
  let store: ChosenStore;
  const toggle = (id: string, through = false) => store.toggle(id, SHOWN, through);
  const chosen = () => [...(store.getSnapshot() ?? [])].sort();
  beforeEach(() => {
    store = new ChosenStore();
    store.begin();
  });

  it('are those that were chosen and not taken back', () => {
    toggle('a');
    toggle('d');
    toggle('a');
    expect(chosen()).toEqual(['d']);
  });

  it('are all between two, whichever was chosen first', () => {
    toggle('d');
    toggle('b', true);
    expect(chosen()).toEqual(['b', 'c', 'd']);
    toggle('c', true);
    expect(chosen()).toEqual(['d']);
  });

  it('are one alone when the other end is no longer shown', () => {
    store.toggle('z', ['z', ...SHOWN], false);
    toggle('c', true);
    expect(chosen()).toEqual(['c', 'z']);
  });

  it('are forgotten at the end, and told of', () => {
    const heard: unknown[] = [];
    const stop = store.subscribe(() => heard.push(store.getSnapshot()));
    toggle('a');
    store.end();
    stop();
    store.begin();
    expect(heard).toEqual([new Set(['a']), null]);
    expect(chosen()).toEqual([]);
  });
});
