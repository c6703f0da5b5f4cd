import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { MaxTokensParserWLexer } from '@escape.tech/graphql-armor-max-tokens';
import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { GraphQLError, Kind, NoSchemaIntrospectionCustomRule, getOperationAST } from 'graphql';
import type { DocumentNode, ExecutionArgs, OperationDefinitionNode } from 'graphql';
import type { IncomingMessage } from 'node:http';
import { problemError } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { operationCost } from './cost.ts';

export interface Limits {
  depth: number;
  cost: number;
  aliases: number;
  directives: number;
  tokens: number;
  /** Bytes of a request body, except for operations that carry a file in a variable. */
  bodyBytes: number;
  introspection: boolean;
}

/** No input of the schema is nested half as deep. */
const VARIABLE_LEVELS = 16;

/** Operations whose variables may hold a whole file. */
const CARRIES_A_FILE = new Set(['importTranscript', 'importSpeakerProfile']);

function tooLarge(what: string, limit: number | string, recovery: string): Problem {
  return {
    code: 'OPERATION_TOO_LARGE',
    message: `The operation has too many or too deep ${what}: the limit is ${limit}.`,
    troubleshooting: ['Nothing was executed: the gateway measures an operation before it calls any service.'],
    recovery: [recovery],
  };
}

const rejecting = (what: string, limit: number, recovery: string) => ({
  n: limit,
  propagateOnRejection: false,
  onReject: [
    (context: { reportError?: (error: GraphQLError) => void } | null) => {
      const error = problemError(tooLarge(what, limit, recovery));
      if (!context?.reportError) throw error;
      context.reportError(error);
    },
  ],
});

function carriesAFile(operation: OperationDefinitionNode): boolean {
  return (
    operation.selectionSet.selections.length > 0 &&
    operation.selectionSet.selections.every(
      (selection) => selection.kind === Kind.FIELD && CARRIES_A_FILE.has(selection.name.value),
    )
  );
}

/** Whether a value is nested deeper than `limit`. Level by level: recursion would run out of stack. */
function isDeeperThan(value: unknown, limit: number): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap((one) => (one !== null && typeof one === 'object' ? Object.values(one) : []));
  }
  return false;
}

/**
 * What speaks against the cost or the size of an operation. Both depend on the request, so they are checked at
 * execution and never cached with the document; `constantCosts` keeps those of operations without variables.
 */
export function measureOperation(
  args: Pick<ExecutionArgs, 'schema' | 'document' | 'operationName' | 'variableValues' | 'contextValue'>,
  limits: Limits,
  constantCosts = new WeakMap<DocumentNode, Map<string, number>>(),
): GraphQLError | undefined {
  const operation = getOperationAST(args.document, args.operationName);
  if (!operation) return undefined;
  const bytes = Number(
    (args.contextValue as { req?: IncomingMessage } | undefined)?.req?.headers['content-length'] ?? 0,
  );
  if (bytes > limits.bodyBytes && !carriesAFile(operation)) {
    return problemError(
      tooLarge(
        'bytes in its body',
        limits.bodyBytes,
        'Send fewer variables per request; upload files by /upload.',
      ),
      { status: 413 },
    );
  }
  if (isDeeperThan(args.variableValues, VARIABLE_LEVELS)) {
    return problemError(
      tooLarge('levels in its variables', VARIABLE_LEVELS, 'Send lists and inputs as the schema nests them.'),
      { status: 400 },
    );
  }
  const constant = !operation.variableDefinitions?.length;
  const known = constant ? constantCosts.get(args.document)?.get(args.operationName ?? '') : undefined;
  const cost =
    known ??
    operationCost(args.schema, args.document, args.variableValues ?? {}, args.operationName ?? undefined);
  if (constant && known === undefined) {
    const costs = constantCosts.get(args.document) ?? new Map<string, number>();
    costs.set(args.operationName ?? '', cost);
    constantCosts.set(args.document, costs);
  }
  if (cost <= limits.cost) return undefined;
  return problemError(
    tooLarge(
      `objects to fetch (${cost})`,
      limits.cost,
      'Ask for a smaller page with `first`, and page on with `after`.',
    ),
    { status: 400 },
  );
}

/** Refuses operations that ask for too much before any subgraph hears of them. */
export function limitsPlugin(limits: Limits): GatewayPlugin {
  const constantCosts = new WeakMap<DocumentNode, Map<string, number>>();
  const tokens = rejecting('tokens', limits.tokens, 'Move values into variables, or split the operation.');
  const rules = [
    maxDepthRule({
      ...rejecting('levels', limits.depth, 'Ask for less depth, and follow ids in a second operation.'),
      flattenFragments: true,
    }),
    maxAliasesRule(rejecting('aliases', limits.aliases, 'Split the operation.')),
    maxDirectivesRule(rejecting('directives', limits.directives, 'Split the operation.')),
    ...(limits.introspection ? [] : [NoSchemaIntrospectionCustomRule]),
  ];
  return {
    onParse({ setParseFn }) {
      setParseFn((source: ConstructorParameters<typeof MaxTokensParserWLexer>[0], options: object) =>
        new MaxTokensParserWLexer(source, { ...options, ...tokens }).parseDocument(),
      );
    },
    onValidate({ addValidationRule }) {
      for (const rule of rules) addValidationRule(rule);
    },
    onExecute({ args, setResultAndStopExecution }) {
      const error = measureOperation(args, limits, constantCosts);
      if (error) setResultAndStopExecution({ errors: [error] });
    },
    onSubscribe({ args, setResultAndStopExecution }) {
      const error = measureOperation(args, limits, constantCosts);
      if (error) setResultAndStopExecution({ errors: [error] });
    },
  };
}
