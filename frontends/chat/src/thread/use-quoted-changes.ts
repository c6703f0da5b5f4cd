import { useEffect, useEffectEvent } from 'react';
import { useClient } from 'urql';
import { CitationStatesQuery, QuotedPropagationSubscription } from './thread.operations.ts';

/** Corrections come in bursts, and to several recordings at once. */
const GATHER_MS = 300;

/**
 * Asks again what became of the words a conversation quotes, whenever a transcript that they are from has changed and
 * answers know it. The cache brings it to whoever shows them.
 * @param recordingIds those that are quoted, in any order and as often as they are
 */
export function useQuotedChanges(conversationId: string | null, recordingIds: readonly string[]): void {
  const client = useClient();
  const ask = useEffectEvent(() => {
    if (conversationId === null) return;
    void client
      .query(CitationStatesQuery, { id: conversationId }, { requestPolicy: 'network-only' })
      .toPromise();
  });
  const quoted = [...new Set(recordingIds)].toSorted().join(' ');
  useEffect(() => {
    let gathering: ReturnType<typeof setTimeout> | undefined;
    const changed = () => {
      clearTimeout(gathering);
      gathering = setTimeout(ask, GATHER_MS);
    };
    const subscriptions = (quoted ? quoted.split(' ') : []).map((recordingId) => {
      let known: number | null = null;
      return client.subscription(QuotedPropagationSubscription, { recordingId }).subscribe(({ data }) => {
        const answers = data?.propagationChanged.consumers.find(({ consumer }) => consumer === 'ANSWERS');
        if (!answers) return;
        if (known !== null && answers.version > known) changed();
        known = answers.version;
      });
    });
    return () => {
      clearTimeout(gathering);
      for (const { unsubscribe } of subscriptions) unsubscribe();
    };
  }, [client, quoted]);
}
