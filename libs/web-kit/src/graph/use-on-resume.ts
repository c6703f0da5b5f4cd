import { useEffect, useEffectEvent } from 'react';
import { connection } from './connection.ts';

/**
 * Calls back when the live connection stands again after an interruption. Queries are asked again by the client
 * itself; this is for what a component keeps beside them, such as pages it has put together.
 */
export function useOnResume(callback: () => void): void {
  const resumed = useEffectEvent(callback);
  useEffect(() => connection.onResume(() => resumed()), []);
}
