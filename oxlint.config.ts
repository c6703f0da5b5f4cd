// What the code may not do. Who may import whom is the table below: see docs/ARCHITECTURE.md.
import { defineConfig } from 'oxlint';

/** Each package, and which of ours its source may import. Nothing else, and nothing of another package by its path. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'libs/speech': [],
  'libs/contracts': [],
  'libs/storage': [],
  'libs/embedded-postgres': [],
  gateway: [],
  'libs/engines': ['speech'],
  'libs/subgraph': ['contracts'],
  'clients/typescript': [],
  'clients/mcp': ['client'],
  'libs/testkit': ['embedded-postgres', 'subgraph', 'contracts'],
  'services/*': ['contracts', 'engines', 'speech', 'storage', 'subgraph'],
  'libs/web-kit': [],
  'libs/ui': ['web-kit'],
  'frontends/*': ['web-kit', 'ui'],
};
/** What tests may import besides. */
const TESTS_MAY_IMPORT = ['testkit', 'contracts', 'embedded-postgres', 'subgraph', 'storage', 'speech'];

const tests = (folder: string) => [`${folder}/**/*.test.ts`, `${folder}/**/*.test.tsx`, `${folder}/test/**`];

const ONLY_ENV = 'Only env.ts reads the environment.';

interface Pattern {
  group?: string[];
  regex?: string;
  message: string;
}

const ONE_MANTINE: Pattern = {
  group: ['@mantine/*', '@tabler/*'],
  message: 'Import components from @colloquy/ui: one copy of Mantine.',
};
const notAbove = (...roles: string[]): Pattern => ({
  group: roles.map((role) => `**/*.${role}.ts`),
  message: 'Dependencies point one way: resolver | job → service → entity.',
});

function imports(files: string[], packages: readonly string[], further: Pattern[] = []) {
  const patterns: Pattern[] = [
    {
      group: ['@colloquy/*', ...packages.map((name) => `!@colloquy/${name}`)],
      message: `Of ours this may import ${packages.join(', ') || 'nothing'}: see docs/ARCHITECTURE.md.`,
    },
    {
      // `./src/…`, `../src/…` stay inside a package; `../x/src/…` leaves it.
      regex: String.raw`^\.{1,2}/([^']*/)?[^./][^/]*/(src|dist|test)/`,
      message: 'Another package is imported by its name, never by its path.',
    },
    ...further,
  ];
  const paths = ['process', 'node:process'].map((name) => ({
    name,
    importNames: ['env', 'default'],
    message: ONLY_ENV,
  }));
  return {
    files,
    rules: { 'eslint/no-restricted-imports': ['error', { paths, patterns }] as ['error', object] },
  };
}

const layers = Object.entries(MAY_IMPORT).flatMap(([folder, packages]) => {
  const isWeb = folder.startsWith('frontends') || folder === 'libs/web-kit';
  const web = isWeb ? [ONE_MANTINE] : [];
  return [
    imports([`${folder}/**`], packages, web),
    ...(folder === 'services/*'
      ? [
          imports(['services/*/src/**/*.service.ts'], packages, [notAbove('resolver', 'job')]),
          imports(['services/*/src/**/*.entity.ts'], packages, [notAbove('resolver', 'job', 'service')]),
        ]
      : []),
    ...(isWeb || folder === 'libs/ui'
      ? []
      : [imports(tests(folder), [...new Set([...packages, ...TESTS_MAY_IMPORT])])]),
  ];
});

export default defineConfig({
  plugins: ['typescript', 'import', 'unicorn', 'node', 'jest', 'react', 'promise'],
  categories: { correctness: 'error' },
  rules: {
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': ['error', { checksVoidReturn: false }],
    'import/no-cycle': ['error', { ignoreTypes: true }],
    'eslint/no-restricted-properties': [
      'error',
      { object: 'process', property: 'env', message: ONLY_ENV },
      { object: 'globalThis', property: 'process', message: ONLY_ENV },
      { object: 'global', property: 'process', message: ONLY_ENV },
    ],
    'eslint/no-eval': 'error',
    'eslint/no-console': 'error',
    'jest/no-focused-tests': 'error',
    'jest/no-disabled-tests': 'error',
    'jest/expect-expect': 'error',
    // What these find here is meant: services' methods are bound by arrow functions or never detached, …
    'typescript/unbound-method': 'off',
    // … rows are spread on purpose, …
    'typescript/no-misused-spread': 'off',
    // … what a subgraph or a child process says is unknown until it is text, …
    'typescript/no-base-to-string': 'off',
    'typescript/restrict-template-expressions': 'off',
    'typescript/await-thenable': 'off',
    'typescript/require-array-sort-compare': 'off',
    // … lists of command-line arguments read best in pairs, vectors begin as zeros, …
    'unicorn/no-useless-spread': 'off',
    'unicorn/no-new-array': 'off',
    'unicorn/no-thenable': 'off',
    // … shared checks expect outside of `test`, …
    'jest/no-standalone-expect': 'off',
    'jest/no-conditional-expect': 'off',
    'jest/valid-expect': 'off',
    // An effect names all it follows (`useEffectEvent` for what is not news) and derives what can be derived.
    'react-hooks/exhaustive-deps': 'error',
    'react/set-state-in-effect': 'error',
    // The virtual list and the window's events need what these forbid.
    'react/refs': 'off',
    'react/static-components': 'off',
    'react/incompatible-library': 'off',
  },
  ignorePatterns: ['**/dist/**', '**/src/gql/**', 'data/**', 'node_modules/**'],
  overrides: [
    { files: ['**/cli.ts'], rules: { 'eslint/no-console': 'off' } },
    {
      files: [
        '**/env.ts',
        'scripts/**',
        'bench/**',
        '**/*.test.ts',
        '**/*.test.tsx',
        '**/test/**',
        '**/rsbuild*.ts',
        'codegen.ts',
        'jest.config.mjs',
        'libs/testkit/**',
        'services/*/assets/**',
      ],
      rules: { 'eslint/no-restricted-properties': 'off', 'eslint/no-console': 'off' },
    },
    ...layers,
  ],
});
