const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const swc = JSON.parse(readFileSync(join(__dirname, '.swcrc'), 'utf8'));
/** As the product is compiled, but for packages: a test touches few of those that it imports, and waits for no others. */
const compiler = {
  sourceMaps: swc.sourceMaps,
  jsc: swc.jsc,
  module: { ...swc.module, lazy: true },
  swcrc: false,
};

/** Five kinds of test, told apart by where they stand: see CONTRIBUTING.md. */
const common = {
  // One memory of what was compiled for all five: by itself Jest keeps one for each.
  id: 'openrounds',
  rootDir: __dirname,
  testEnvironment: '<rootDir>/test/setup/kept-environment.cjs',
  runtime: '<rootDir>/test/setup/kept-modules.cjs',
  transform: {
    '^.+\\.ts$': ['<rootDir>/test/setup/compiler.cjs', compiler],
    // What the console takes that comes as ES modules only.
    '/node_modules/@noble/.+\\.js$': ['@swc/jest', compiler],
    '^.+\\.yaml$': '<rootDir>/test/setup/yaml-module.cjs',
  },
  moduleNameMapper: {
    '^@openrounds/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^@openrounds/knowledge/authoring$': '<rootDir>/libs/knowledge/src/authoring.ts',
  },
  transformIgnorePatterns: ['/node_modules/(?!@noble/)'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
};

module.exports = {
  // For a machine that does other things as well: what hangs is found all the same.
  testTimeout: 30_000,
  // What test files leave behind in a worker adds up: above this a new one is cheaper.
  workerIdleMemoryLimit: '2GB',
  testSequencer: '<rootDir>/test/setup/longest-first.cjs',
  projects: [
    { ...common, displayName: 'unit', testMatch: ['<rootDir>/{libs,services,scripts}/**/*.spec.ts'] },
    {
      ...common,
      displayName: 'shipped',
      testMatch: ['<rootDir>/{test,libs/*/test}/shipped/**/*.test.ts'],
      globalSetup: '<rootDir>/test/setup/shipped.mjs',
    },
    {
      ...common,
      displayName: 'medium',
      testMatch: ['<rootDir>/{libs,services}/*/test/medium/**/*.test.ts'],
      globalSetup: '<rootDir>/test/setup/postgres.mjs',
      globalTeardown: '<rootDir>/test/setup/postgres-stop.mjs',
    },
    {
      ...common,
      displayName: 'e2e',
      testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
      globalSetup: '<rootDir>/test/setup/stacks.mjs',
      globalTeardown: '<rootDir>/test/setup/stacks-stop.mjs',
    },
    {
      ...common,
      displayName: 'browser',
      testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
      globalSetup: '<rootDir>/test/setup/stacks.mjs',
      globalTeardown: '<rootDir>/test/setup/stacks-stop.mjs',
    },
  ],
};
