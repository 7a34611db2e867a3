const { readFileSync } = require('node:fs');
const { default: Sequencer } = require('@jest/test-sequencer');

const LONG = /\b(?:startStack|borrowStack|launchBrowser)\(|'rehearse'/;

/**
 * Files that have a stack, a product or a browser to themselves come first, so that at the end no long one runs alone.
 * Jest by itself goes by the size of a file until it has seen it once.
 */
module.exports = class LongestFirst extends Sequencer {
  /** Where it is kept how long the files of a project took; the projects have one id. */
  _getCachePath({ config }) {
    return super._getCachePath({ config: { ...config, id: `${config.id}-${config.displayName.name}` } });
  }

  sort(tests) {
    const isLong = new Map(tests.map(({ path }) => [path, LONG.test(readFileSync(path, 'utf8'))]));
    const bySize = super.sort(tests);
    return [true, false].flatMap((long) => bySize.filter(({ path }) => isLong.get(path) === long));
  }
};
