import { navigate, paths, useMessages } from '@colloquy/web-kit';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { useDebouncedValue } from '../mantine.ts';
import { toast } from '../components/toast.tsx';
import { told } from '../components/told.ts';
import {
  AddToCollectionMutation,
  CollectionChoiceQuery,
  CreateCollectionForMutation,
} from './collection-choice.operations.ts';

const SHOWN = 20;
const TYPING_MS = 200;

export interface CollectionOffer {
  id: string;
  name: string;
  held: number;
  /** How many of the recordings are not in it yet. */
  missing: number;
  hasRoom: boolean;
}

/** The viewer's collections to put recordings into, by a part of their name. */
export function useCollectionChoice(recordingIds: readonly string[], onDone: () => void) {
  const { t } = useMessages('collections');
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), TYPING_MS);
  const [{ data, error }, ask] = useQuery({
    query: CollectionChoiceQuery,
    variables: { search: search || null, first: SHOWN },
    requestPolicy: 'cache-and-network',
  });
  const [adding, add] = useMutation(AddToCollectionMutation);
  const [creating, create] = useMutation(CreateCollectionForMutation);
  const most = data?.uploadLimits?.maxCollectionRecordings ?? null;
  const offers = data?.collections?.edges.map(({ node: { id, name, recordings } }): CollectionOffer => {
    const contained = new Set(recordings.map((recording) => recording.id));
    const missing = recordingIds.filter((recording) => !contained.has(recording)).length;
    const hasRoom = most === null || contained.size + missing <= most;
    return { id, name, held: contained.size, missing, hasRoom };
  });

  const put = async (collectionId: string) => {
    const answer = await add({ input: { collectionId, recordingIds: [...recordingIds] } });
    const collection = told(answer.data?.addToCollection, answer.error);
    if (!collection) return;
    toast.done({
      message: t('choose.done', { count: recordingIds.length, name: collection.name }),
      action: { label: t('choose.open'), onAction: () => navigate(paths.collection(collection.id)) },
    });
    onDone();
  };
  return {
    text,
    setText,
    error,
    retry: () => ask({ requestPolicy: 'network-only' }),
    most,
    offers,
    hidden: (data?.collections?.totalCount ?? 0) - (offers?.length ?? 0),
    busy: adding.fetching || creating.fetching,
    put,
    putIntoNew: async () => {
      const answer = await create({ input: { name: text.trim() } });
      const collection = told(answer.data?.createCollection, answer.error);
      if (collection) await put(collection.id);
    },
  };
}
