const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { CORE_SCHEMA, load } = require('js-yaml');

const { version } = require('js-yaml/package.json');
const OURS = readFileSync(__filename);

/** Lets Jest keep a YAML file as what stands in it: parsing the knowledge takes seconds, and many tests read it. */
module.exports = {
  getCacheKey: (source) =>
    createHash('sha256').update(OURS).update(`\0${version}\0`).update(source).digest('hex'),
  process: (source) => ({
    code: `module.exports = JSON.parse(${JSON.stringify(JSON.stringify(load(source, { schema: CORE_SCHEMA })))});`,
  }),
};
