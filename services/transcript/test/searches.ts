import type { RunningService } from './running-service.ts';

export interface Hits {
  totalCount: number;
  matchKind: 'EXACT' | 'FUZZY';
  edges: {
    cursor: string;
    node: {
      score: number;
      segment: { id: string; text: string; speaker: { displayName: string } };
      highlights: { start: number; end: number }[];
    };
  }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export const QUERY = `query ($input: SegmentSearchInput!, $first: Int!, $after: String) {
  searchSegments(input: $input, first: $first, after: $after) {
    totalCount matchKind pageInfo { hasNextPage endCursor }
    edges { cursor node { score highlights { start end } segment { id text speaker { displayName } } } } } }`;

export async function searchFor(
  service: RunningService,
  query: string,
  { scope = {}, first = 20, after = null }: { scope?: object; first?: number; after?: string | null } = {},
): Promise<Hits> {
  const { searchSegments } = await service.graph.query<{ searchSegments: Hits }>(QUERY, {
    input: { query, ...scope },
    first,
    after,
  });
  return searchSegments;
}
