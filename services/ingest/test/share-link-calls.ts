import type { RunningIngest } from './running-ingest.ts';

const HOUR_MS = 3_600_000;

export interface Link {
  __typename: string;
  id: string;
  url: string | null;
  active: boolean;
  openCount: number;
  lastOpenedAt: string | null;
  code?: string;
}

const FIELDS = '__typename ... on ShareLink { id url active openCount lastOpenedAt } ... on Problem { code }';

export async function createLink(ingest: RunningIngest, input: Record<string, unknown>): Promise<Link> {
  const expiresAt = new Date(Date.now() + HOUR_MS).toISOString();
  const { createShareLink } = await ingest.graph.query<{ createShareLink: Link }>(
    `mutation ($input: CreateShareLinkInput!) { createShareLink(input: $input) { ${FIELDS} } }`,
    { input: { expiresAt, ...input } },
  );
  return createShareLink;
}

export async function revokeLink(ingest: RunningIngest, id: string): Promise<Link> {
  const { revokeShareLink } = await ingest.graph.query<{ revokeShareLink: Link }>(
    `mutation ($id: ID!) { revokeShareLink(id: $id) { ${FIELDS} } }`,
    { id },
  );
  return revokeShareLink;
}

export async function linksOf(ingest: RunningIngest, recordingId: string): Promise<Link[]> {
  const { shareLinks } = await ingest.graph.query<{ shareLinks: Link[] }>(
    'query ($id: ID!) { shareLinks(recordingId: $id) { id url active openCount lastOpenedAt } }',
    { id: recordingId },
  );
  return shareLinks;
}
