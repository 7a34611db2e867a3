/** Prints the answer to a fixed case; `backwards` tells the same case and knowledge in the opposite order. */
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

const { answer, compileKnowledge } = require('../src/index.ts');
const { largeCase, largeKnowledge } = require('./large-knowledge.ts');
const { PARAMETERS } = require('./fixtures.ts');

const arrange = (items) => (process.argv[2] === 'backwards' ? [...items].reverse() : items);
const known = largeKnowledge({ diseases: 60, findings: 80, linksPerDisease: 15, related: true });
const told = largeCase(known, 4);
const outcome = answer(
  compileKnowledge({ ...known, findings: arrange(known.findings), diseases: arrange(known.diseases) }),
  PARAMETERS,
  { ...told, observed: arrange(told.observed) },
);
process.stdout.write(JSON.stringify(outcome));
