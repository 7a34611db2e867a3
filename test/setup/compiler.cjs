const swcJest = require('@swc/jest');
const { isBarrel, namedBarrel } = require('../../scripts/build/lazy-barrels.cjs');

/** Compiles for Jest as the build does: a barrel loads what is asked of it. */
exports.createTransformer = (options) => {
  const plain = swcJest.createTransformer(options);
  const compiled =
    (method) =>
    (source, file, ...rest) => {
      if (!isBarrel(file)) return plain[method](source, file, ...rest);
      const { source: named, lazy } = namedBarrel(source, file);
      const waiting = swcJest.createTransformer({ ...options, module: { ...options.module, lazy } });
      return waiting[method](named, file, ...rest);
    };
  return {
    canInstrument: plain.canInstrument,
    process: compiled('process'),
    getCacheKey: compiled('getCacheKey'),
  };
};
