import type { RunningIngest } from './running-ingest.ts';

export interface CollectionShape {
  __typename: string;
  id: string;
  name: string;
  expiresAt: string | null;
  recordings: { id: string; status: string }[];
  progress: Progress;
  code?: string;
  message?: string;
  deletedRecordings?: number;
}
export interface Progress {
  progress: number;
  total: number;
  ready: number;
  inProgress: number;
  failed: number;
  cancelled: number;
  clips: { recordingId: string; status: string; progress: number }[];
}

const PROGRESS = 'progress total ready inProgress failed cancelled clips { recordingId status progress }';
const COLLECTION = `__typename ... on Collection { id name expiresAt recordings { id status } progress { ${PROGRESS} } } ... on Problem { code message }`;

/** Ways to read and change collections through the graph. */
export function collectionsOf({ graph }: Pick<RunningIngest, 'graph'>) {
  const change = async (
    mutation: string,
    variables: Record<string, [string, unknown]>,
  ): Promise<CollectionShape> => {
    const declared = Object.entries(variables).map(([name, [type]]) => `$${name}: ${type}`);
    const given = Object.keys(variables).map((name) => `${name}: $${name}`);
    const values = Object.fromEntries(Object.entries(variables).map(([name, [, value]]) => [name, value]));
    const selection =
      mutation === 'deleteCollection'
        ? '__typename ... on DeletedCollection { id deletedRecordings } ... on Problem { code message }'
        : COLLECTION;
    const answer = await graph.query<Record<string, CollectionShape>>(
      `mutation (${declared.join(', ')}) { ${mutation}(${given.join(', ')}) { ${selection} } }`,
      values,
    );
    return answer[mutation] as CollectionShape;
  };
  const recordings =
    (mutation: string) =>
    (collectionId: string, ...recordingIds: string[]) =>
      change(mutation, { input: ['CollectionRecordingsInput!', { collectionId, recordingIds }] });
  return {
    create: (name: string, expiresAt?: Date) =>
      change('createCollection', { input: ['CreateCollectionInput!', { name, expiresAt }] }),
    rename: (id: string, name: string) =>
      change('renameCollection', { id: ['ID!', id], name: ['String!', name] }),
    setExpiry: (id: string, expiresAt: Date | null) =>
      change('setCollectionExpiry', { id: ['ID!', id], expiresAt: ['DateTime', expiresAt] }),
    add: recordings('addToCollection'),
    remove: recordings('removeFromCollection'),
    reorder: recordings('reorderCollection'),
    cancel: (id: string) => change('cancelCollection', { id: ['ID!', id] }),
    retry: (id: string) => change('retryCollection', { id: ['ID!', id] }),
    delete: (id: string, deleteRecordings: boolean) =>
      change('deleteCollection', { id: ['ID!', id], deleteRecordings: ['Boolean!', deleteRecordings] }),
    find: async (id: string) =>
      (
        await graph.query<{ collection: CollectionShape | null }>(
          `query ($id: ID!) { collection(id: $id) { ${COLLECTION} } }`.replace(
            '... on Problem { code message }',
            '',
          ),
          { id },
        )
      ).collection,
    list: async (first: number, after?: string, search?: string) =>
      (
        await graph.query<{
          collections: { totalCount: number; edges: { cursor: string; node: { id: string } }[] };
        }>(
          'query ($first: Int!, $after: String, $search: String) { collections(first: $first, after: $after, search: $search) { totalCount edges { cursor node { id } } } }',
          { first, after, search },
        )
      ).collections,
    watch: (id: string) =>
      graph.subscribe<{ collectionProgress: Progress }>(
        `subscription ($id: ID!) { collectionProgress(collectionId: $id) { ${PROGRESS} } }`,
        { id },
      ),
  };
}
