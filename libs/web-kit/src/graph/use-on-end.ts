import { useEffect, useEffectEvent } from 'react';
import { useClient, type AnyVariables, type TypedDocumentNode } from 'urql';
import { onEnd, pipe, subscribe } from 'wonka';

/**
 * Calls back when the server ends a subscription, as it does when what it tells of is gone: `useSubscription` does not
 * say so. Subscribed to once, however many listen.
 */
export function useOnEnd<Data, Variables extends AnyVariables>(
  subscription: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  callback: () => void,
): void {
  const client = useClient();
  const ended = useEffectEvent(callback);
  const source = useEffectEvent(() => client.subscription(subscription, variables));
  const key = JSON.stringify(variables);
  useEffect(() => {
    let left = false;
    const { unsubscribe } = pipe(
      source(),
      onEnd(() => {
        if (!left) ended();
      }),
      subscribe(() => undefined),
    );
    return () => {
      left = true;
      unsubscribe();
    };
  }, [client, subscription, key]);
}
