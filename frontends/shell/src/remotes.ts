import { loadRemote, registerRemotes } from '@module-federation/enhanced/runtime';
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { RemoteConfig, TabProps } from '@colloquy/web-kit';

type Tab = ComponentType<TabProps>;

const tabs = new Map<string, LazyExoticComponent<Tab>>();

/** Makes the remotes of the configuration known to the federation runtime. */
export function register(remotes: readonly RemoteConfig[]): void {
  registerRemotes(
    remotes.map(({ name, entry }) => ({ name, entry })),
    { force: true },
  );
}

/** The remote's page; the same component for the same remote, so that React keeps its state. */
export function tabOf(name: string): LazyExoticComponent<Tab> {
  const known = tabs.get(name);
  if (known) return known;
  const tab = lazy(async () => {
    const remote = await loadRemote<{ default: Tab }>(`${name}/Tab`);
    if (!remote) throw new Error(`The remote ${name} has no Tab.`);
    return remote;
  });
  tabs.set(name, tab);
  return tab;
}

/** Forgets a remote that failed to load, so that the next `tabOf` asks its server again. */
export function forget({ name, entry }: RemoteConfig): void {
  tabs.delete(name);
  registerRemotes([{ name, entry }], { force: true });
}

/** The page of a share link, which the transcript's remote has as well. */
export async function loadShared(): Promise<{ default: ComponentType<{ token: string }> }> {
  const page = await loadRemote<{ default: ComponentType<{ token: string }> }>('transcript/Shared');
  if (!page) throw new Error('The transcript has no page to share.');
  return page;
}

/** Fetches the other tabs while the first is being read; one that is down says so when it is opened. */
export function preload(names: readonly string[]): void {
  for (const name of names) void loadRemote(`${name}/Tab`).catch(() => undefined);
}
