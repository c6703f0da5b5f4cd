/** Which segments are chosen; null while nothing is to be chosen. */
export type Chosen = ReadonlySet<string> | null;

/** The segments that somebody chooses in one open transcript, to do something with all of them. */
export class ChosenStore {
  private chosen: Chosen = null;
  /** Where the last choice was made: a range begins there. */
  private anchor: string | null = null;
  private listeners = new Set<() => void>();

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  getSnapshot = (): Chosen => this.chosen;

  begin = (): void => this.set(new Set());

  end = (): void => {
    this.anchor = null;
    this.set(null);
  };

  /**
   * Chooses one or no longer does; with `through`, all from the last one to it as this one is then.
   * @param shown ids in the order in which they are shown
   */
  toggle(id: string, shown: readonly string[], through: boolean): void {
    const next = new Set(this.chosen);
    const isChosen = !next.has(id);
    for (const one of through ? rangeOf(shown, this.anchor, id) : [id])
      if (isChosen) next.add(one);
      else next.delete(one);
    this.anchor = id;
    this.set(next);
  }

  private set(chosen: Chosen): void {
    this.chosen = chosen;
    for (const listener of this.listeners) listener();
  }
}

function rangeOf(shown: readonly string[], anchor: string | null, id: string): readonly string[] {
  const [from, to] = [shown.indexOf(anchor ?? id), shown.indexOf(id)];
  return from < 0 ? [id] : shown.slice(Math.min(from, to), Math.max(from, to) + 1);
}
