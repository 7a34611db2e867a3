const { TestEnvironment } = require('jest-environment-node');

/** Jest's own marks in the realm: each file begins with none. */
const MARKS =
  /^(?:EVENT_HANDLERS|RETRY_|WAIT_BEFORE_RETRY|LOG_ERRORS_BEFORE_RETRY|TEST_TIMEOUT|JEST_STATE|\$\$jest)/;

class KeptEnvironment extends TestEnvironment {
  async teardown() {
    for (const mark of Object.getOwnPropertySymbols(this.global)) {
      if (MARKS.test(mark.description ?? '')) Reflect.deleteProperty(this.global, mark);
    }
  }
}

let kept;

/** One realm for all files that a worker runs, so that what they load can be kept: see `kept-modules.cjs`. */
module.exports = function keptEnvironment(...given) {
  kept ??= new KeptEnvironment(...given);
  return kept;
};
