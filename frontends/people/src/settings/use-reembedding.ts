import { told } from '@colloquy/ui';
import { useMutation, useQuery, useSubscription } from 'urql';
import { readFragment } from '../gql/index.ts';
import {
  CancelReembeddingMutation,
  EmbedderInUseQuery,
  KnownOtherwiseQuery,
  ReembeddingFragment,
  ReembeddingSubscription,
  ReembedMutation,
} from './reembedding.operations.ts';

export type Reembedding = ReturnType<typeof useReembedding>;

/** How far listening to all voices anew is, and whether another embedder than theirs is in use. */
export function useReembedding() {
  const [{ data }] = useSubscription({ query: ReembeddingSubscription });
  const [starting, start] = useMutation(ReembedMutation);
  const [stopping, stop] = useMutation(CancelReembeddingMutation);
  const now = readFragment(ReembeddingFragment, data?.voiceReembeddingChanged) ?? null;
  const embedder = useEmbedderInUse();
  const [{ data: known }] = useQuery({
    query: KnownOtherwiseQuery,
    variables: { embedder: embedder ?? '' },
    requestPolicy: 'cache-and-network',
    pause: embedder === null,
  });
  // What could not be listened to stays as it is.
  const isDone = now?.state === 'DONE' && now.model === embedder;
  const knownOtherwise = now === null || isDone ? 0 : (known?.voiceReembedding.knownOtherwise ?? 0);
  return {
    now,
    embedder,
    /** Recordings in which nobody is recognised by the embedder in use. */
    knownOtherwise,
    starting: starting.fetching,
    stopping: stopping.fetching,
    start: async () => {
      const { data: answer, error } = await start({});
      told(answer?.reembedVoices, error);
    },
    stop: async () => {
      const { data: answer, error } = await stop({});
      told(answer?.cancelVoiceReembedding, error);
    },
  };
}

/** Null where that cannot be told. */
function useEmbedderInUse(): string | null {
  const [{ data }] = useQuery({ query: EmbedderInUseQuery, requestPolicy: 'cache-and-network' });
  const diarizer = data?.speechEngines?.find(({ kind, selected }) => kind === 'DIARIZER' && selected);
  return diarizer?.embedder ?? null;
}
