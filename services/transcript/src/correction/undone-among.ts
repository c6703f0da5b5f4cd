export interface Undoing {
  id: string;
  /** What it takes back. */
  reverts: string;
}

/** Those of some changes that are taken back: by an undoing that is not undone itself. */
export function undoneAmong(ids: readonly string[], undoings: readonly Undoing[]): { id: string }[] {
  const of = Map.groupBy(undoings, ({ reverts }) => reverts);
  const isUndone = (id: string): boolean => of.get(id)?.some((undoing) => !isUndone(undoing.id)) ?? false;
  return ids.filter(isUndone).map((id) => ({ id }));
}
