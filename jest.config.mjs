import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
const swc = (tsx) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx, decorators: true },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        useDefineForClassFields: false,
        react: { runtime: 'automatic' },
      },
      keepClassNames: true,
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];
const project = (displayName, testMatch, environment, tsx = false) => ({
  displayName,
  rootDir: root,
  testMatch,
  testEnvironment: environment,
  // Packages of this repository are tested from their sources, no build needed.
  testEnvironmentOptions: {
    customExportConditions: [
      'colloquy-source',
      ...(environment === 'node' ? ['node', 'node-addons'] : ['browser']),
    ],
  },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.tsx?$': swc(tsx) },
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/', '/data/'],
});

/** `unit` needs no process or database; `integration` runs the real ones; `e2e` drives Chromium over the built app. */
const suites = {
  unit: [
    project(
      'unit',
      [
        '<rootDir>/{gateway,services,libs,clients,bench}/**/src/**/*.test.ts',
        '<rootDir>/frontends/*/src/**/*.test.ts',
      ],
      'node',
    ),
    project('web', ['<rootDir>/{frontends,libs}/*/src/**/*.test.tsx'], 'jsdom', true),
  ],
  integration: [
    project(
      'integration',
      ['<rootDir>/{gateway,services/*,libs/*,clients/*,e2e}/test/**/*.integration.ts'],
      'node',
    ),
  ],
  e2e: [project('e2e', ['<rootDir>/e2e/test/**/*.e2e.ts'], 'node')],
};

export default {
  projects: suites[process.env.TEST_SUITE ?? 'unit'],
  testTimeout: 30_000,
};
