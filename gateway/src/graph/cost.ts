import {
  GraphQLInterfaceType,
  GraphQLObjectType,
  GraphQLUnionType,
  getNamedType,
  getNullableType,
  isListType,
  isLeafType,
} from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { getComplexity } from 'graphql-query-complexity';
import type { ComplexityEstimatorArgs } from 'graphql-query-complexity';

/** Assumed length of a list that takes no `first`, for example a segment's words. */
const ASSUMED_LIST_LENGTH = 10;

const isConnection = (type: unknown) =>
  (type instanceof GraphQLObjectType ||
    type instanceof GraphQLInterfaceType ||
    type instanceof GraphQLUnionType) &&
  type.name.endsWith('Connection');

/** Items a page may hold; null or nonsense counts as one assumed list. */
function pageSize(args: Record<string, unknown>): number | undefined {
  if (!('first' in args)) return undefined;
  const first = Number(args['first']);
  return Number.isFinite(first) && first > 0 ? first : ASSUMED_LIST_LENGTH;
}

/** Cost is the number of objects an answer may hold: scalars are free, a list multiplies what is asked of each item. */
function estimate({ type, field, args, childComplexity }: ComplexityEstimatorArgs): number {
  const returned = getNamedType(field.type);
  if (isLeafType(returned) || returned.name === 'PageInfo') return 0;
  const first = pageSize(args);
  if (first !== undefined) return 1 + first * Math.max(1, childComplexity);
  // A connection's `edges` were multiplied by its `first` already.
  if (isListType(getNullableType(field.type)) && !isConnection(type))
    return ASSUMED_LIST_LENGTH * (1 + childComplexity);
  return 1 + childComplexity;
}

/** The operation's cost in objects. Fragments and variables are resolved; introspection is free. */
export function operationCost(
  schema: GraphQLSchema,
  query: DocumentNode,
  variables: Record<string, unknown>,
  operationName?: string,
): number {
  return getComplexity({ schema, query, variables, operationName, estimators: [estimate] });
}
