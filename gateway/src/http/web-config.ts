/** One tab of the web app, loaded by Module Federation. */
export interface RemoteEntry {
  name: string;
  title: string;
  /** Address of its manifest: a path here, or another server's URL. */
  entry: string;
}

/** What `/config.json` tells the shell. */
export interface WebConfig {
  graphqlUrl: string;
  wsUrl: string;
  uploadUrl: string;
  remotes: RemoteEntry[];
}

const builtIn = [
  { name: 'upload', title: 'Upload' },
  { name: 'library', title: 'Library' },
  { name: 'transcript', title: 'Transcript' },
  { name: 'chat', title: 'Chat' },
  { name: 'people', title: 'People' },
  { name: 'collections', title: 'Collections' },
];

/** The built-in remotes, with entries replaced and further remotes added from the environment. */
export function webConfig(overrides: { name: string; title?: string; entry: string }[]): WebConfig {
  const remotes = new Map<string, RemoteEntry>(
    builtIn.map((remote) => [remote.name, { ...remote, entry: `/remotes/${remote.name}/mf-manifest.json` }]),
  );
  for (const { name, title, entry } of overrides)
    remotes.set(name, { name, title: title ?? remotes.get(name)?.title ?? name, entry });
  return { graphqlUrl: '/graphql', wsUrl: '/graphql', uploadUrl: '/upload', remotes: [...remotes.values()] };
}
