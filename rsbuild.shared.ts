// One build for the shell and every remote: Module Federation, what they share, and where files are served from.
import { pluginModuleFederation } from '@module-federation/rsbuild-plugin';
import { defineConfig, type RsbuildConfig } from '@rsbuild/core';
import { pluginReact } from '@rsbuild/plugin-react';

const production = process.env.NODE_ENV === 'production';

/** One instance of each for the whole page: contexts (theme, client, messages) only meet when modules do. */
const singletons = {
  react: '^19.2.0',
  'react-dom': '^19.2.0',
  urql: '^5.0.0',
  '@colloquy/web-kit': '^0.1.0',
  '@colloquy/ui': '^0.1.0',
};

/** React Refresh keeps one renderer registry; without this, components of remotes are not refreshed in the shell. */
const reactRefreshRegistry = `window.__REACT_DEVTOOLS_GLOBAL_HOOK__ ??= { renderers: new Map(), supportsFiber: true,
  isDisabled: false, checkDCE() {}, onScheduleFiberRoot() {}, onCommitFiberRoot() {}, onCommitFiberUnmount() {},
  inject(r) { const id = this.renderers.size + 1; this.renderers.set(id, r); return id; } };`;

export interface FrontendOptions {
  /** Name of the remote, and of its folder; the gateway serves it at `/remotes/<name>/`. */
  name: string;
  /** Port of `rsbuild dev`. */
  port: number;
  /** What a remote offers, for example `{ './Tab': './src/tab.tsx' }`; the shell has none. */
  exposes?: Record<string, string>;
  /** Page of the shell. */
  template?: string;
}

/**
 * In production a remote brings no fallback copy of what is shared and no federation runtime of its own: the shell
 * has both, and the remote's entry shrinks to a third.
 */
export function frontend({ name, port, exposes, template }: FrontendOptions): RsbuildConfig {
  const isShell = exposes === undefined;
  const shared = Object.fromEntries(
    Object.entries(singletons).map(([module, requiredVersion]) => [
      module,
      { singleton: true, requiredVersion, ...(production && !isShell ? { import: false as const } : {}) },
    ]),
  );
  return defineConfig({
    plugins: [
      pluginReact(),
      pluginModuleFederation({
        name,
        filename: 'remoteEntry.js',
        exposes,
        remotes: {},
        shared,
        shareStrategy: 'loaded-first',
        manifest: true,
        dts: false,
        experiments: production
          ? {
              optimization: { target: 'web' },
              ...(isShell ? { provideExternalRuntime: true } : { externalRuntime: true }),
            }
          : undefined,
      }),
    ],
    source: { entry: { index: './src/index.ts' } },
    html: {
      ...(template ? { template } : {}),
      tags: production ? [] : [{ tag: 'script', append: false, children: reactRefreshRegistry }],
    },
    // A remote has no page of its own: it is always seen inside the shell.
    tools: isShell ? {} : { htmlPlugin: false },
    output: {
      assetPrefix: isShell ? '/' : 'auto',
      distPath: { root: 'dist' },
      cleanDistPath: true,
      sourceMap: { js: production ? 'source-map' : 'cheap-module-source-map' },
    },
    dev: { assetPrefix: isShell ? '/' : `http://localhost:${port}/` },
    server: {
      port,
      strictPort: true,
      host: '127.0.0.1',
      cors: { origin: '*' },
      // The shell in development talks to the services behind a running `npm start`.
      proxy: isShell ? developmentProxy() : undefined,
    },
    performance: { printFileSize: false },
  });
}

function developmentProxy() {
  const target = process.env.GATEWAY_URL ?? 'http://127.0.0.1:4000';
  return [
    { context: ['/graphql'], target, ws: true },
    { context: ['/upload', '/audio', '/exports', '/peaks', '/config.json', '/readyz', '/remotes'], target },
    // The page of a link is the shell's own; what it shows is not.
    { context: '/share/*/**', target },
  ];
}
