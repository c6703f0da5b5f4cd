import { readFile } from 'node:fs/promises';
import { Kind, parse, print, visit } from 'graphql';
import type { ConstDirectiveNode } from 'graphql';

/** Base addresses by subgraph name, for example `{ingest: 'http://127.0.0.1:4101'}`. */
export type SubgraphUrls = Record<string, string>;

function argument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((candidate) => candidate.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}

/**
 * Reads the composed supergraph and points each subgraph at where it runs now.
 * Throws when a subgraph of the supergraph has no address.
 */
export async function loadSupergraph(path: string, urls: SubgraphUrls): Promise<string> {
  const document = parse(await readFile(path, 'utf8'));
  return print(
    visit(document, {
      Directive(directive) {
        if (directive.name.value !== 'join__graph') return undefined;
        const name = argument(directive as ConstDirectiveNode, 'name');
        const base = name === undefined ? undefined : urls[name];
        if (base === undefined) throw new Error(`No address for the subgraph "${name}" of ${path}.`);
        const location = new URL('/graphql', base).href;
        return {
          ...directive,
          arguments: directive.arguments?.map((node) =>
            node.name.value === 'url' ? { ...node, value: { kind: Kind.STRING, value: location } } : node,
          ),
        };
      },
    }),
  );
}
