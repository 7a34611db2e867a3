/**
 * `node -r …/register-typescript.cjs file.ts`: runs TypeScript of this repository in a process of its own, for
 * tests that kill one. Types are stripped, not checked: `npm run typecheck` does that.
 */
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const { transformSync } = require('@swc/core');

const root = join(__dirname, '../..');
const options = JSON.parse(readFileSync(join(root, '.swcrc'), 'utf8'));

Module._extensions['.ts'] = function compile(module, filename) {
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    ...options,
    filename,
    swcrc: false,
    sourceMaps: 'inline',
  });
  module._compile(code, filename);
};

const resolve = Module._resolveFilename;
Module._resolveFilename = function resolveAlias(request, ...rest) {
  const alias = /^@openrounds\/([^/]+)(?:\/([^/]+))?$/.exec(request);
  const file = alias && join(root, 'libs', alias[1], 'src', `${alias[2] ?? 'index'}.ts`);
  return resolve.call(this, file ?? request, ...rest);
};
