import { buildSubgraphSchema } from '@apollo/subgraph';
import { mergeDeep, printSchemaWithDirectives, type IResolvers } from '@graphql-tools/utils';
import { GraphQLScalarType, parse, type GraphQLSchema } from 'graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { buildSchema, createResolversMap, type NonEmptyArray } from 'type-graphql';
import type { Context } from './context.ts';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible", "@override"])';

const DateTimeScalar = new GraphQLScalarType({
  ...GraphQLDateTimeISO.toConfig(),
  name: 'DateTime',
  description: 'A moment, in UTC, by ISO 8601: `2026-03-09T14:05:00.000Z`.',
});

/** Loads an entity by the key another subgraph knows it by; null when it is not (or no longer) there. */
export type ReferenceResolver = (reference: Record<string, unknown>, context: Context) => unknown;

export interface FederationOptions {
  /** Resolver classes, or instances' classes found through `container`. */
  resolvers: NonEmptyArray<Function>;
  /** By type name: `{ Recording: (ref, ctx) => loaders.recording.load(ref.id) }`. */
  references?: Record<string, ReferenceResolver>;
  /** Types no field returns, such as stubs of foreign entities. */
  orphanedTypes?: Function[];
  /** Hands out resolver instances with their dependencies. Without one, classes are made with no arguments. */
  container?: { get(type: Function): unknown };
}

/** type-graphql classes → an Apollo Federation 2 subgraph schema. */
export async function buildFederatedSchema(options: FederationOptions): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: options.resolvers,
    orphanedTypes: options.orphanedTypes ?? [],
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
    // The federation directives are unknown to graphql-js until the schema is rebuilt below.
    skipCheck: true,
    // type-graphql insists on one; ours are named where they are used (`subscribe: () => bus.subscribe(topic)`).
    pubSub: { publish: refusePubSub, subscribe: refusePubSub },
    validate: { forbidUnknownValues: false },
    ...(options.container && { container: options.container as { get(type: Function): never } }),
  });
  const references = Object.fromEntries(
    Object.entries(options.references ?? {}).map(([type, load]) => [type, { __resolveReference: load }]),
  );
  const resolvers = mergeDeep([createResolversMap(schema) as IResolvers, references]);
  const typeDefs = parse(`${LINK}\n${printSchemaWithDirectives(schema)}`);
  // The array form: with a bare object the types reject what the function accepts.
  return buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]);
}

function refusePubSub(): never {
  throw new Error('subscribe with the platform bus: @Subscription({ subscribe: … })');
}
