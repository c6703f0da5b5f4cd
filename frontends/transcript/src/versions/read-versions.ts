import type { Client } from 'urql';
import type { ProblemValue } from '@colloquy/ui';
import type { SpeakerDifferenceFragment, SegmentVersionFragment as Segment } from '../gql/graphql.ts';
import { readFragment } from '../gql/index.ts';
import { SpeakerDifferenceFragment as speakerDifference } from '../speakers/speaker.operations.ts';
import { ComparedVersionsQuery, SegmentVersionFragment, VersionSegmentsQuery } from './version.operations.ts';

/** One segment in two versions, a side null where the version has none; twice the same where one version is shown. */
export interface VersionRow {
  readonly before: Segment | null;
  readonly after: Segment | null;
  readonly differs: boolean;
}

export interface VersionRows {
  readonly rows: readonly VersionRow[];
  readonly speakers: readonly SpeakerDifferenceFragment[];
}

interface Page extends VersionRows {
  /** Null for the last. */
  readonly next: string | null;
}

type ReadPage = (after: string | null) => Promise<Page | ProblemValue>;

/**
 * A version, or two in one text.
 * @throws when the server cannot be reached
 */
export async function readVersions(
  client: Client,
  recordingId: string,
  [version, other]: readonly [version: number, other: number | null],
  signal: AbortSignal,
): Promise<VersionRows | ProblemValue> {
  const readPage: ReadPage =
    other === null
      ? (after) => readOne(client, { recordingId, version, after })
      : (page) =>
          readTwo(client, {
            recordingId,
            before: Math.min(version, other),
            after: Math.max(version, other),
            page,
          });
  const rows: VersionRow[] = [];
  for (let after: string | null = null; ;) {
    const page = await readPage(after);
    if ('code' in page) return page;
    rows.push(...page.rows);
    if (page.next === null || signal.aborted) return { rows, speakers: page.speakers };
    after = page.next;
  }
}

async function readOne(
  client: Client,
  variables: { recordingId: string; version: number; after: string | null },
): Promise<Page | ProblemValue> {
  const { data, error } = await client
    .query(VersionSegmentsQuery, variables, { requestPolicy: 'network-only' })
    .toPromise();
  const answer = data?.transcriptVersion;
  if (!answer) throw error ?? new Error('no answer');
  if (answer.__typename === 'Problem') return answer;
  const rows = answer.segments.edges.map(({ node }) => {
    const segment = readFragment(SegmentVersionFragment, node);
    return { before: segment, after: segment, differs: false };
  });
  return { rows, speakers: [], next: nextOf(answer.segments.pageInfo) };
}

async function readTwo(
  client: Client,
  variables: { recordingId: string; before: number; after: number; page: string | null },
): Promise<Page | ProblemValue> {
  const { data, error } = await client
    .query(ComparedVersionsQuery, variables, { requestPolicy: 'network-only' })
    .toPromise();
  const answer = data?.transcriptComparison;
  if (!answer) throw error ?? new Error('no answer');
  if (answer.__typename === 'Problem') return answer;
  const rows = answer.segments.edges.map(({ node }) => ({
    before: readFragment(SegmentVersionFragment, node.before) ?? null,
    after: readFragment(SegmentVersionFragment, node.after) ?? null,
    differs: node.differs,
  }));
  const speakers = readFragment(speakerDifference, answer.speakers);
  return { rows, speakers, next: nextOf(answer.segments.pageInfo) };
}

const nextOf = ({ hasNextPage, endCursor }: { hasNextPage: boolean; endCursor?: string | null }) =>
  hasNextPage ? (endCursor ?? null) : null;
