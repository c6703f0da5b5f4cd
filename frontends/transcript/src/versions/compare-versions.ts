/** A segment as some version has it. */
export interface VersionSegment {
  readonly segmentId: string;
  readonly startMs: number;
  readonly text: string;
  readonly speaker: { readonly displayName: string; readonly color: string } | null;
}

/** One segment in two versions; a side is null where the version has no such segment. */
export interface ComparedSegment {
  readonly segmentId: string;
  readonly before: VersionSegment | null;
  readonly after: VersionSegment | null;
}

/** Both versions as one text, in order; what only the earlier one has stands where it stood. */
export function compareVersions(
  earlier: readonly VersionSegment[],
  later: readonly VersionSegment[],
): ComparedSegment[] {
  const inEarlier = new Map(earlier.map((segment) => [segment.segmentId, segment]));
  const inLater = new Set(later.map(({ segmentId }) => segmentId));
  const compared: ComparedSegment[] = [];
  let next = 0;
  const takeGone = () => {
    for (let gone = earlier[next]; gone && !inLater.has(gone.segmentId); gone = earlier[(next += 1)])
      compared.push({ segmentId: gone.segmentId, before: gone, after: null });
  };
  for (const after of later) {
    const { segmentId } = after;
    const before = inEarlier.get(segmentId) ?? null;
    if (before) {
      takeGone();
      next += 1;
    }
    compared.push({ segmentId, before, after });
  }
  takeGone();
  return compared;
}

export const differs = ({ before, after }: ComparedSegment): boolean =>
  before?.text !== after?.text || before?.speaker?.displayName !== after?.speaker?.displayName;
