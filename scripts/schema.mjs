// Builds the services, emits each one's SDL, composes the supergraph and the public API schema, then generates the
// clients' types: the web app's and those of `clients/typescript`.
//   node scripts/schema.mjs            writes schema/*.graphql and runs codegen
//   node scripts/schema.mjs --check    writes nothing; fails with a diff when a committed file is out of date,
//                                      and when anything in the public graph lacks a description
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { composeServices, transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import {
  Kind,
  parse,
  print,
  printSchema,
  buildASTSchema,
  lexicographicSortSchema,
  visit,
  GraphQLError,
} from 'graphql';
import { build, environment, fail, root } from './setup.mjs';

const check = process.argv.includes('--check');

/** The subgraphs and where they listen by default; the gateway replaces the addresses from its environment. */
const subgraphs = [
  { name: 'ingest', url: 'http://127.0.0.1:4101/graphql' },
  { name: 'transcript', url: 'http://127.0.0.1:4102/graphql' },
  { name: 'chat', url: 'http://127.0.0.1:4103/graphql' },
];

/** The document without what federation adds to every subgraph: `_service`, `_entities` and the specification's own types. */
function ownDefinitions(document) {
  const foreign = (node) => {
    const name = node.name?.value ?? '';
    return name.startsWith('_') || name.includes('__') ? null : undefined;
  };
  const drop = { enter: foreign };
  const owned = visit(document, {
    DirectiveDefinition: { enter: () => null },
    ScalarTypeDefinition: drop,
    EnumTypeDefinition: drop,
    UnionTypeDefinition: drop,
    ObjectTypeDefinition: drop,
    FieldDefinition: drop,
  });
  const empty = ({ kind, fields }) => kind === Kind.OBJECT_TYPE_EXTENSION && fields.length === 0;
  return { ...owned, definitions: owned.definitions.filter((definition) => !empty(definition)) };
}

async function loadSubgraph({ name, url }) {
  const { subgraphSdl } = await import(pathToFileURL(join(root, 'services', name, 'dist/schema.js')).href);
  return { name, url, sdl: `${print(ownDefinitions(parse(await subgraphSdl())))}\n` };
}

/** Every type, field, argument, enum value and input field of ours without a description, as `Type.field(argument)`. */
function undescribed(document) {
  const missing = [];
  let type = '';
  let field = '';
  const entry = (label) => (node) => {
    if (!node.description?.value.trim()) missing.push(label(node));
  };
  const operations = ['Query', 'Mutation', 'Subscription'];
  const typeEntry = {
    enter(node) {
      type = node.name.value;
      if (!operations.includes(type)) entry(() => type)(node);
    },
  };
  visit(document, {
    ScalarTypeDefinition: typeEntry,
    ObjectTypeDefinition: typeEntry,
    ObjectTypeExtension: {
      enter(node) {
        type = node.name.value;
      },
    },
    InterfaceTypeDefinition: typeEntry,
    UnionTypeDefinition: typeEntry,
    EnumTypeDefinition: typeEntry,
    InputObjectTypeDefinition: typeEntry,
    FieldDefinition: {
      enter(node) {
        field = node.name.value;
        entry(() => `${type}.${field}`)(node);
      },
      leave() {
        field = '';
      },
    },
    EnumValueDefinition: { enter: entry((node) => `${type}.${node.name.value}`) },
    InputValueDefinition: {
      enter: entry((node) => (field ? `${type}.${field}(${node.name.value})` : `${type}.${node.name.value}`)),
    },
  });
  return missing;
}

function compose(loaded) {
  const result = composeServices(loaded.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })));
  if (result.errors?.length) {
    const lines = result.errors.map(
      (error) => `  ${error instanceof GraphQLError ? (error.extensions.code ?? '') : ''} ${error.message}`,
    );
    fail(`The subgraphs do not compose:\n${lines.join('\n')}`);
  }
  const supergraph = parse(result.supergraphSdl);
  const publicDocument = transformSupergraphToPublicSchema(supergraph);
  const publicSchema = lexicographicSortSchema(buildASTSchema(publicDocument, { assumeValidSDL: true }));
  return {
    'schema/supergraph.graphql': `${print(supergraph)}\n`,
    'schema/public.graphql': `${printSchema(publicSchema)}\n`,
  };
}

/** Prints a unified diff from the committed file to what it should be; true when they are the same. */
function upToDate(path, expected) {
  const file = join(root, path);
  if (existsSync(file) && readFileSync(file, 'utf8') === expected) return true;
  const scratch = mkdtempSync(join(tmpdir(), 'colloquy-schema-'));
  writeFileSync(join(scratch, 'expected'), expected);
  spawnSync(
    'diff',
    [
      '-u',
      '--label',
      `${path} (committed)`,
      '--label',
      `${path} (from the code)`,
      existsSync(file) ? file : '/dev/null',
      join(scratch, 'expected'),
    ],
    {
      stdio: 'inherit',
    },
  );
  rmSync(scratch, { recursive: true });
  return false;
}

function runCodegen() {
  const codegen = join(root, 'node_modules/@graphql-codegen/cli/cjs/bin.js');
  const { status } = spawnSync(
    'node',
    [codegen, '--config', 'codegen.ts', '--silent', ...(check ? ['--check'] : [])],
    { cwd: root, stdio: 'inherit', env: environment() },
  );
  return status === 0;
}

build(subgraphs.map(({ name }) => `@colloquy/${name}`));
const loaded = [];
for (const subgraph of subgraphs) loaded.push(await loadSubgraph(subgraph));
const missing = loaded.flatMap(({ name, sdl }) =>
  undescribed(parse(sdl)).map((what) => `  ${name}: ${what}`),
);
const outputs = {
  ...Object.fromEntries(loaded.map(({ name, sdl }) => [`schema/${name}.graphql`, sdl])),
  ...compose(loaded),
};

if (missing.length > 0) {
  console.error(`These have no description:\n${missing.join('\n')}`);
  if (check) process.exitCode = 1;
}
if (check) {
  const stale = Object.entries(outputs).filter(([path, text]) => !upToDate(path, text));
  if (stale.length > 0)
    fail('The committed schema differs from the code: run `npm run schema` and commit the result.');
} else {
  for (const [path, text] of Object.entries(outputs)) writeFileSync(join(root, path), text);
  console.error(`schema: wrote ${Object.keys(outputs).join(', ')}`);
}
if (!runCodegen())
  fail(
    check ? 'Generated types differ: run `npm run schema` and commit the result.' : 'graphql-codegen failed.',
  );
