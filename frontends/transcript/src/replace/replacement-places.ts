import type { PreviewReplacementQuery, ReplaceTextInput } from '../gql/graphql.ts';

export type Previews = Extract<
  PreviewReplacementQuery['previewReplacement'],
  { __typename: 'ReplacementPreviews' }
>;

/** What is replaced, or left out, by itself: a place, or a segment where there are too many places to list. */
export interface ListedPlace {
  readonly key: string;
  readonly segmentId: string;
  readonly startMs: number;
  /** Of the segment, from 0; null for all of it. */
  readonly number: number | null;
  /** How many places the segment has, 1 where they are not listed. */
  readonly count: number;
  /** What the segment says, and what it would say if words were replaced here only. */
  readonly before: string;
  readonly after: string;
}

/** Everything listed in a preview, in order. */
export const listedPlaces = ({ segments }: Previews): ListedPlace[] =>
  segments.flatMap<ListedPlace>(({ segmentId, startMs, before, after, places }) =>
    places.length === 0
      ? [{ key: segmentId, segmentId, startMs, number: null, count: 1, before, after }]
      : places.map(({ start, end, text }, number) => ({
          key: `${segmentId} ${number}`,
          segmentId,
          startMs,
          number,
          count: places.length,
          before,
          after: before.slice(0, start) + text + before.slice(end),
        })),
  );

/** How to ask for these places only. @param left keys of those that are left out; none means everywhere */
export function chosenPlaces(
  listed: readonly ListedPlace[],
  left: ReadonlySet<string>,
): Pick<ReplaceTextInput, 'segmentIds' | 'places'> {
  if (left.size === 0) return {};
  const chosen = Map.groupBy(
    listed.filter(({ key }) => !left.has(key)),
    ({ segmentId }) => segmentId,
  );
  return {
    segmentIds: [...chosen.keys()],
    places: Array.from(chosen, ([segmentId, places]) => ({
      segmentId,
      places: places.flatMap(({ number }) => number ?? []),
    })).filter(({ places }) => places.length > 0),
  };
}
