const { default: Runtime } = require('jest-runtime');

const modules = new Map();
const sourceMaps = new Map();

/**
 * Loads a module once in a worker instead of once for each test file, which was half of the time of the specs. No test
 * replaces a module, and no module keeps what a test made; where one would, its second test file fails.
 */
module.exports = class KeptModules extends Runtime {
  constructor(...given) {
    super(...given);
    this.registries.moduleRegistry = modules;
    this.transformCache.sourceMaps = sourceMaps;
    // A module that is loaded when it is first used may be so in a later file than the one that knew it first.
    this.testState.throwIfBetweenTests = () => undefined;
  }

  /** Leaves what is loaded in working order: a module may load another one only when it is used. */
  teardown() {
    this.restoreAllMocks();
    modules.delete(this._testPath);
    this.fileCache.clear();
    this.transformCache.transforms.clear();
    this.jestGlobals.clearJestObjectCache();
  }
};
