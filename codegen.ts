// Types of the web app, each frontend's from its own operations: frontends/<name>/src/gql/.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';

const schema = 'schema/public.graphql';

function sourcesWithOperations(folder: string): boolean {
  if (!existsSync(folder)) return false;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('gql/'))
    .some((path) => readFileSync(`${folder}/${path}`, 'utf8').includes('graphql('));
}

const frontends = readdirSync('frontends').filter((name) => sourcesWithOperations(`frontends/${name}/src`));

const config: CodegenConfig = {
  schema,
  errorsOnly: true,
  generates: Object.fromEntries(
    frontends.map((name) => [
      `frontends/${name}/src/gql/`,
      {
        documents: [`frontends/${name}/src/**/*.{ts,tsx}`, `!frontends/${name}/src/gql/**`],
        preset: 'client',
        presetConfig: { fragmentMasking: { unmaskFunctionName: 'readFragment' } },
        config: {
          documentMode: 'documentNode',
          useTypeImports: true,
          enumsAsTypes: true,
          importExtension: '.ts',
          scalars: { DateTime: 'string', ID: 'string', Upload: 'File' },
          defaultScalarType: 'unknown',
        },
      },
    ]),
  ),
};

export default config;
