import { readFileSync } from 'node:fs';
import { Kind, buildSchema, coerceInputValue, getOperationAST, parse, typeFromAST, validate } from 'graphql';
import type { GraphQLInputType } from 'graphql';
import { examples } from './examples.ts';

const schema = buildSchema(readFileSync(new URL('../../../schema/public.graphql', import.meta.url), 'utf8'));
const named = examples.map((example) => {
  const document = parse(example.query);
  return { ...example, document, name: getOperationAST(document)?.name?.value ?? '' };
});

describe('the examples of the playground', () => {
  it.each(named)('$name is valid on the public graph', ({ document }) => {
    expect(validate(schema, document)).toEqual([]);
  });

  it.each(named)('$name comes with values its variables accept', ({ document, variables = '{}' }) => {
    const values = JSON.parse(variables) as Record<string, unknown>;
    const definitions = getOperationAST(document)?.variableDefinitions ?? [];
    expect(Object.keys(values)).toEqual(definitions.map(({ variable }) => variable.name.value));
    for (const { variable, type } of definitions) {
      const input = typeFromAST(schema, type as never) as GraphQLInputType;
      coerceInputValue(values[variable.name.value], input);
    }
  });

  it('are told apart by name and each says what it is for', () => {
    expect(new Set(named.map(({ name }) => name)).size).toBe(examples.length);
    for (const { query } of examples) expect(query).toMatch(/^# [A-Z].+\.\n/);
    expect(named.map(({ document }) => document.definitions[0]?.kind)).not.toContain(
      Kind.FRAGMENT_DEFINITION,
    );
  });
});
