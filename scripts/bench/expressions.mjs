/**
 * What the regular expressions take while a text is read. Every search, replacement and split goes through
 * `RegExp.prototype.exec` as soon as it is not the engine's own, so that one place times them all; the timing itself
 * is in the figures.
 *
 * @param {() => void} work
 * @returns {{ source: string, ms: number }[]} each expression that was asked, with the sum over its calls, the slowest first
 */
export function timeOfExpressions(work) {
  const { exec } = RegExp.prototype;
  const spent = new Map();
  RegExp.prototype.exec = function timed(text) {
    const start = performance.now();
    const match = exec.call(this, text);
    spent.set(this.source, (spent.get(this.source) ?? 0) + performance.now() - start);
    return match;
  };
  try {
    work();
  } finally {
    RegExp.prototype.exec = exec;
  }
  return [...spent].map(([source, ms]) => ({ source, ms })).sort((a, b) => b.ms - a.ms);
}
