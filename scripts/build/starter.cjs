'use strict';
/**
 * Runs a bundled service and keeps what V8 compiled of it, so that the next start compiles nothing. Copied beside each
 * bundle by bundles.mjs.
 */
const { createHash } = require('node:crypto');
const { readFileSync, renameSync, writeFileSync } = require('node:fs');
const { createRequire, SourceMap } = require('node:module');
const { join } = require('node:path');
const vm = require('node:vm');

/**
 * @param {string} folder where the bundle lies
 * @param {string} name of the bundle; it carries the hash of its text, so that no code of another one is taken for its
 */
exports.start = (folder, name) => {
  const file = join(folder, name);
  const keptIn = `${file}.${process.version}-${process.arch}-${flags()}.v8`;
  const compiled = contentOf(keptIn);
  const script = new vm.Script(readFileSync(file, 'utf8'), {
    filename: file,
    cachedData: compiled,
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  tracesToTheSources(file);
  if (compiled === undefined || script.cachedDataRejected) keepWhenStarted(keptIn, script);
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, folder);
};

/** V8 takes no code that was compiled under other flags. */
const flags = () => createHash('sha256').update(process.execArgv.join(' ')).digest('hex').slice(0, 8);

function contentOf(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Long enough for a start on a slow machine. */
const STARTED_MS = 20_000;

/**
 * What starting compiled is kept when it is over, or at the end of a process that lives shorter. Not later: V8 lets go of what
 * it compiled of functions that are not called again, so that the code of a process that has lived long holds a third.
 */
function keepWhenStarted(keptIn, script) {
  const keepOnce = () => {
    clearTimeout(timer);
    process.off('exit', keepOnce);
    keep(keptIn, () => script.createCachedData());
  };
  const timer = setTimeout(keepOnce, STARTED_MS).unref();
  process.once('exit', keepOnce);
}

/** Where nothing may be written, as in a container, each start compiles again. */
function keep(file, contentOfIt) {
  const draft = `${file}.${process.pid}.new`;
  try {
    writeFileSync(draft, '');
    writeFileSync(draft, contentOfIt());
    renameSync(draft, file);
  } catch {
    // the next start is slower, nothing else
  }
}

/** Errors come in swarms; a map that nobody asks for holds thirty megabytes. */
const MAP_KEPT_MS = 60_000;

/** Node maps only files that it loads itself. The map is read when a trace is asked for, and let go a minute later. */
function tracesToTheSources(file) {
  let map;
  Error.prepareStackTrace = (error, frames) => {
    if (map === undefined) {
      map = sourceMapOf(file) ?? null;
      setTimeout(() => (map = undefined), MAP_KEPT_MS).unref();
    }
    return [headOf(error), ...frames.map((frame) => `    at ${inSources(frame, file, map)}`)].join('\n');
  };
}

function sourceMapOf(file) {
  const text = contentOf(`${file}.map`);
  return text && new SourceMap(JSON.parse(text.toString('utf8')));
}

function headOf(error) {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return 'an error that cannot be shown';
  }
}

function inSources(frame, file, map) {
  const said = frame.toString();
  if (!map || frame.getFileName() !== file) return said;
  const [line, column] = [frame.getLineNumber(), frame.getColumnNumber()];
  const { originalSource, originalLine, originalColumn } = map.findEntry(line - 1, column - 1);
  if (originalSource === undefined) return said;
  return said.replace(
    `${file}:${line}:${column}`,
    `${originalSource}:${originalLine + 1}:${originalColumn + 1}`,
  );
}
