/** For a process of its own that a test begins: it can then require sources, which import one another by relative paths. */
const { existsSync } = require('node:fs');
const Module = require('node:module');
const { dirname, resolve } = require('node:path');
const { transformFileSync } = require('@swc/core');

const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function (request, parent, ...rest) {
  const source = request.startsWith('.') ? `${resolve(dirname(parent.filename), request)}.ts` : '';
  return existsSync(source) ? source : resolveFilename.call(this, request, parent, ...rest);
};
require.extensions['.ts'] = (module, file) => {
  const options = {
    jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  };
  module._compile(transformFileSync(file, { ...options, swcrc: false }).code, file);
};
