export interface CollectionLimits {
  maxCollectionRecordings: number;
  maxCollectionFileBytes: number;
}

interface TakenFiles<F> {
  taken: F[];
  empty: F[];
  tooLarge: F[];
  /** There is no room left for them. */
  tooMany: F[];
}

/** What of the dropped files can be sent: the server decides, this only spares the wait for what is sure to be refused. */
export function takeFiles<F extends Pick<File, 'name' | 'size'>>(
  files: readonly F[],
  limits: CollectionLimits | null,
  held: number,
): TakenFiles<F> {
  const empty = files.filter(({ size }) => size === 0);
  const tooLarge = files.filter(({ size }) => limits !== null && size > limits.maxCollectionFileBytes);
  const fit = files.filter((file) => !empty.includes(file) && !tooLarge.includes(file));
  const room = limits === null ? fit.length : Math.max(0, limits.maxCollectionRecordings - held);
  return { taken: fit.slice(0, room), empty, tooLarge, tooMany: fit.slice(room) };
}
