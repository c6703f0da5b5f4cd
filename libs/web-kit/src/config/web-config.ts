/** One tab of the web app, served anywhere and loaded by Module Federation. */
export interface RemoteConfig {
  name: string;
  title: string;
  /** Absolute address of its manifest. */
  entry: string;
}

/** What the gateway tells the web app at `/config.json`, with every address made absolute. */
export interface WebConfig {
  graphqlUrl: string;
  wsUrl: string;
  uploadUrl: string;
  remotes: RemoteConfig[];
}

/** Reads `/config.json`; throws when the gateway does not answer or answers something else. */
export async function loadConfig(base: string = document.baseURI): Promise<WebConfig> {
  const response = await fetch(new URL('/config.json', base), { cache: 'no-cache' });
  if (!response.ok) throw new Error(`/config.json answered ${response.status}`);
  return absolute((await response.json()) as WebConfig, base);
}

/** Resolves the addresses of a configuration against the page's own. */
export function absolute(config: WebConfig, base: string): WebConfig {
  const resolve = (address: string) => new URL(address, base).href;
  return {
    graphqlUrl: resolve(config.graphqlUrl),
    wsUrl: resolve(config.wsUrl).replace(/^http/, 'ws'),
    uploadUrl: resolve(config.uploadUrl),
    remotes: config.remotes.map((remote) => ({ ...remote, entry: resolve(remote.entry) })),
  };
}
