/** Prints the answer to a fixed case; `backwards` tells the same case and knowledge in the opposite order. */
require('../../../test/setup/typescript-in-process.cjs');

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
