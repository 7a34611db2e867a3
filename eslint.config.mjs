import js from '@eslint/js';
import globals from 'globals';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: [
      'dist',
      'coverage',
      'node_modules',
      '.openrounds',
      'knowledge/dist',
      'openapi/client/schema.d.ts',
      'openapi/client/typescript/operations.ts',
      'libs/clinical-language/src/lexicon/compiled',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    languageOptions: {
      globals: globals.node,
      // Nest reads constructor types at run time: with this, classes that it builds may be imported as values.
      parserOptions: { emitDecoratorMetadata: true, experimentalDecorators: true },
    },
    rules: {
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' },
        {
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message: 'Only libs/platform reads the environment.',
        },
      ],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['libs/platform/src/config/**', '**/test/**', '**/*.spec.ts', 'scripts/**', '*.config.*', '*.cjs'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // Which form of the run it is, is told to tests alone, by the environment.
    files: ['libs/testing/src/tries.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // The language model and the product's own clients ask who was configured, mocks are the others; all else goes by libs/outbound-http.
    files: ['libs/**', 'services/**'],
    ignores: [
      ...['libs/llm/**', 'services/cli/**', 'services/console/**', 'libs/testing/**'],
      ...['**/test/**', '**/*.spec.ts'],
    ],
    rules: {
      'no-restricted-globals': ['error', { name: 'fetch', message: 'Ask by libs/outbound-http.' }],
    },
  },
  { files: ['scripts/**', 'test/setup/**', 'services/cli/**'], rules: { 'no-console': 'off' } },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  { files: ['services/console/**'], languageOptions: { globals: globals.browser } },
);
