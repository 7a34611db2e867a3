/**
 * Preloaded into services that are measured: at SIGUSR2 a service collects all its garbage and writes how many bytes are left, in a
 * file named by its process. What is resident tells how far V8 has let the heap grow; what is left tells what is held.
 */
const { renameSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');
const { isMainThread } = require('node:worker_threads');

const { BENCH_LIVE_DIR: dir } = process.env;
if (isMainThread && dir !== undefined) {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  process.on('SIGUSR2', () => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    const file = join(dir, String(process.pid));
    writeFileSync(`${file}.new`, String(heapUsed + external));
    renameSync(`${file}.new`, file);
  });
}
