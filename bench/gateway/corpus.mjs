// What the two subgraphs of bench/gateway.mjs know: 20 recordings in one, 20 segments of each in the other.
const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])\n';

const recordings = Array.from({ length: 20 }, (_, at) => ({
  id: String(at + 1),
  title: `Recording ${at + 1}`,
  durationMs: 61_000 * (at + 1),
}));
const segments = Array.from({ length: 20 }, (_, at) => ({
  id: String(at + 1),
  startMs: at * 3_000,
  endMs: at * 3_000 + 2_500,
  text: 'a few words in one go',
}));

/** The question every client asks: it needs both subgraphs. */
export const CROSS_QUERY = 'query Cross { recordings { id title segments { id text } } }';

export const subgraphs = {
  ingest: {
    sdl: `${LINK}
      type Recording @key(fields: "id") { id: ID! title: String! durationMs: Int! }
      type Query { recordings: [Recording!]! }`,
    resolvers: { Query: { recordings: () => recordings } },
  },
  transcript: {
    sdl: `${LINK}
      type Recording @key(fields: "id") { id: ID! segments: [Segment!] }
      type Segment { id: ID! startMs: Int! endMs: Int! text: String! }`,
    resolvers: {
      Recording: { __resolveReference: (reference) => reference, segments: () => segments },
    },
  },
};
