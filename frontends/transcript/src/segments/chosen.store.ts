import { SnapshotStore } from '@colloquy/web-kit';

/** Which segments are chosen; null while nothing is to be chosen. */
export type Chosen = ReadonlySet<string> | null;

/** The segments that somebody chooses in one open transcript, to do something with all of them. */
export class ChosenStore extends SnapshotStore<Chosen> {
  /** Where the last choice was made: a range begins there. */
  private anchor: string | null = null;

  constructor() {
    super(null);
  }

  begin = (): void => this.publish(new Set());

  end = (): void => {
    this.anchor = null;
    this.publish(null);
  };

  /**
   * Chooses one or no longer does; with `through`, all from the last one to it as this one is then.
   * @param shown ids in the order in which they are shown
   */
  toggle(id: string, shown: readonly string[], through: boolean): void {
    const next = new Set(this.snapshot);
    const isChosen = !next.has(id);
    for (const one of through ? rangeOf(shown, this.anchor, id) : [id])
      if (isChosen) next.add(one);
      else next.delete(one);
    this.anchor = id;
    this.publish(next);
  }
}

function rangeOf(shown: readonly string[], anchor: string | null, id: string): readonly string[] {
  const [from, to] = [shown.indexOf(anchor ?? id), shown.indexOf(id)];
  return from < 0 ? [id] : shown.slice(Math.min(from, to), Math.max(from, to) + 1);
}
