// Types of the web app and the client, each package's from its own operations: <package>/src/gql/.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';

const schema = 'schema/public.graphql';

function sourcesWithOperations(folder: string): boolean {
  if (!existsSync(folder)) return false;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('gql/'))
    .some((path) => readFileSync(`${folder}/${path}`, 'utf8').includes('graphql('));
}

const packages = [...readdirSync('frontends').map((name) => `frontends/${name}`), 'libs/ui'].filter(
  (folder) => sourcesWithOperations(`${folder}/src`),
);

const typing = {
  useTypeImports: true,
  enumsAsTypes: true,
  importExtension: '.ts',
  scalars: { DateTime: 'string', ID: 'string', Upload: 'File' },
  defaultScalarType: 'unknown',
};

const config: CodegenConfig = {
  schema,
  errorsOnly: true,
  generates: {
    ...Object.fromEntries(
      packages.map((folder) => [
        `${folder}/src/gql/`,
        {
          documents: [`${folder}/src/**/*.{ts,tsx}`, `!${folder}/src/gql/**`],
          preset: 'client',
          presetConfig: { fragmentMasking: { unmaskFunctionName: 'readFragment' } },
          config: { ...typing, documentMode: 'documentNode' },
        },
      ]),
    ),
    // Operations are sent as they are written: whoever installs the client needs no GraphQL library.
    'clients/typescript/src/gql/': {
      documents: 'clients/typescript/src/**/*.graphql',
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: { ...typing, documentMode: 'string' },
    },
  },
};

export default config;
