import { useSyncExternalStore } from 'react';
import { parseRoute, type Route } from './route.ts';

const watchers = new Set<() => void>();
let parsed: { address: string; route: Route } | undefined;

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  window.addEventListener('popstate', watcher);
  return () => {
    watchers.delete(watcher);
    window.removeEventListener('popstate', watcher);
  };
}

/** The same object for the same address, as `useSyncExternalStore` needs. */
export function currentRoute(): Route {
  const address = window.location.pathname + window.location.search;
  if (parsed?.address !== address) {
    parsed = { address, route: parseRoute(window.location.pathname, window.location.search) };
  }
  return parsed.route;
}

export function useRoute(): Route {
  return useSyncExternalStore(watch, currentRoute);
}

/** Goes to an address of the web app. With `replace`, Back leads to where the user was before this page. */
export function navigate(address: string, { replace = false }: { replace?: boolean } = {}): void {
  if (address === window.location.pathname + window.location.search) return;
  if (replace) window.history.replaceState(null, '', address);
  else window.history.pushState(null, '', address);
  for (const watcher of watchers) watcher();
}
