import { getOperationAST, GraphQLError, Kind, OperationTypeNode } from 'graphql';
import type { DocumentNode, OperationDefinitionNode, TypeNode } from 'graphql';
import { z } from 'zod';
import { problemError } from '../problem.ts';
import { REQUEST_REFUSED } from './errors.ts';
import type { Graph } from './graph.ts';
import { measureOperation } from './limits.ts';
import type { Limits } from './limits.ts';

/** The mutations that take a file: all that may come as multipart. */
const TAKES_A_FILE = new Set(['uploadRecording']);

const operationsSchema = z.object({
  query: z.string(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});

const notAnUpload = problemError({
  code: 'UPLOAD_EXPECTED',
  message: 'A multipart request must hold one mutation that takes a file.',
  troubleshooting: ['Its first field is `operations`: one operation as JSON, no list of them.'],
  recovery: ['Send other operations as JSON.'],
});

/**
 * What speaks against the operation of a multipart request, empty when it may pass. A service gets such a request as
 * it came, past the planner, so it is held to the public schema and the limits here.
 */
export async function refuseUpload(
  graph: Graph,
  limits: Limits,
  operations: string,
): Promise<readonly GraphQLError[]> {
  const request = operationsSchema.safeParse(asJson(operations));
  if (!request.success) return [notAnUpload];
  const { query, operationName, variables } = request.data;
  const { parse, validate } = graph.getEnveloped({});
  const schema = await graph.getSchema();
  let document: DocumentNode;
  try {
    document = parse(query) as DocumentNode;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    error.extensions['code'] ??= 'GRAPHQL_PARSE_FAILED';
    return [error];
  }
  const errors = validate(schema, document) as readonly GraphQLError[];
  if (errors.length > 0) return errors;
  const operation = getOperationAST(document, operationName);
  if (!operation || !takesFilesOnly(operation)) return [notAnUpload];
  const variableValues = withFiles(operation, variables ?? {});
  try {
    const tooMuch = measureOperation({ schema, document, operationName, variableValues }, limits);
    return tooMuch ? [tooMuch] : [];
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    // Variables of another type: everything else has been validated.
    return [new GraphQLError(error.message, { extensions: { ...REQUEST_REFUSED, ...error.extensions } })];
  }
}

function takesFilesOnly({ operation, selectionSet }: OperationDefinitionNode): boolean {
  return (
    operation === OperationTypeNode.MUTATION &&
    selectionSet.selections.every(
      (selection) => selection.kind === Kind.FIELD && TAKES_A_FILE.has(selection.name.value),
    )
  );
}

/** The variables as if the files, which are null until the body has been read, were there. */
function withFiles(
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Record<string, unknown>,
): Record<string, unknown> {
  const files = variableDefinitions
    .filter(({ type }) => namedType(type) === 'Upload')
    .map(({ variable }) => [variable.name.value, 'a file']);
  return { ...variables, ...Object.fromEntries(files) };
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
