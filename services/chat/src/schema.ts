import { buildFederatedSchema, subgraphSdlOf } from '@colloquy/subgraph';
import type { GraphQLSchema } from 'graphql';
import { answerResolver } from './answer/answer.resolver.ts';
import { ConversationResolver } from './conversation/conversation.resolver.ts';
import { CitationResolver, MessageResolver } from './conversation/message.resolver.ts';
import type { Context } from '@colloquy/subgraph';
import { RetrievalResolver } from './retrieval/retrieval.resolver.ts';
import type { Services } from './services.ts';

/** @param services asked for when the first request comes, not before. */
export function buildChatSchema(services: () => Services): Promise<GraphQLSchema> {
  const AnswerResolver = answerResolver(services);
  const makers = new Map<Function, (made: Services) => object>([
    [ConversationResolver, ({ conversations }) => new ConversationResolver(conversations)],
    [MessageResolver, ({ conversations }) => new MessageResolver(conversations)],
    [CitationResolver, ({ citationPlaces }) => new CitationResolver(citationPlaces)],
    [
      RetrievalResolver,
      ({ dataSource, retrieval, defaults }) => new RetrievalResolver(dataSource, retrieval, defaults),
    ],
    [AnswerResolver, () => Reflect.construct(AnswerResolver, []) as object],
  ]);
  const instances = new Map<Function, object>();
  const instanceOf = (type: Function): object | undefined => {
    const instance = instances.get(type) ?? makers.get(type)?.(services());
    if (instance) instances.set(type, instance);
    return instance;
  };
  return buildFederatedSchema({
    resolvers: [ConversationResolver, MessageResolver, CitationResolver, RetrievalResolver, AnswerResolver],
    container: { get: instanceOf },
    references: {
      Conversation: ({ id }, context: Context) => services().conversations.find(String(id), context),
      Message: ({ id }, context: Context) => services().conversations.findMessage(String(id), context),
    },
  });
}

/** What this service adds to the graph; needs no database. */
export async function subgraphSdl(): Promise<string> {
  const schema = await buildChatSchema(() => {
    throw new Error('the schema alone answers no requests');
  });
  return subgraphSdlOf(schema);
}
