/** Four kinds of test, told apart by where they stand: see CONTRIBUTING.md. */
const common = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  moduleNameMapper: {
    '^@openrounds/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^@openrounds/knowledge/authoring$': '<rootDir>/libs/knowledge/src/authoring.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
};

module.exports = {
  projects: [
    { ...common, displayName: 'unit', testMatch: ['<rootDir>/{libs,services,scripts}/**/*.spec.ts'] },
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
      globalSetup: '<rootDir>/test/setup/first-start.mjs',
      globalTeardown: '<rootDir>/test/setup/first-start-remove.mjs',
    },
    {
      ...common,
      displayName: 'browser',
      testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
      globalSetup: '<rootDir>/test/setup/browser.mjs',
      globalTeardown: '<rootDir>/test/setup/first-start-remove.mjs',
    },
  ],
};
