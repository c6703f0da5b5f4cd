import { useCallback, useMemo, useState } from 'react';

export interface Selection {
  /** In the order they were chosen in. */
  readonly ids: ReadonlySet<string>;
  /** Stable, so that a row is drawn again only when it is chosen itself. */
  set(id: string, chosen: boolean): void;
  setAll(chosen: boolean): void;
}

/**
 * Which of the recordings on the page are chosen. What leaves the page leaves the selection: nothing happens to a
 * recording that is not seen.
 * @param shown their ids, in order
 */
export function useSelection(shown: readonly string[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const ids = useMemo(() => new Set([...chosen].filter((id) => shown.includes(id))), [shown, chosen]);
  const set = useCallback((id: string, selected: boolean) => {
    setChosen((old) => {
      const next = new Set(old);
      if (selected) next.add(id);
      else next.delete(id);
      return next;
    });
  }, []);
  const setAll = (selected: boolean) => setChosen(new Set(selected ? shown : []));
  return { ids, set, setAll };
}
