import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { graphql, type GraphQLSchema } from 'graphql';

/** The SDL a subgraph gives to composition: its types and federation directives, nothing added by federation. */
export async function subgraphSdlOf(schema: GraphQLSchema): Promise<string> {
  const { data } = await graphql({ schema, source: '{ _service { sdl } }' });
  const service = data?.['_service'] as { sdl?: string } | undefined;
  return service?.sdl ?? printSchemaWithDirectives(schema);
}
