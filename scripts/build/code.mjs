import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { isBarrel, namedBarrel, wholeModules } from './lazy-barrels.cjs';
import { DIST, ROOT } from './places.mjs';
import { digest, filesUnder, inRepository, textOf, writeWhole } from './sources.mjs';

const SOURCES = /(?<!\.spec|\.test|\.d)\.ts$/;
/** What decides beside the sources how they are compiled. */
const SETTINGS = [join(ROOT, 'package-lock.json'), join(ROOT, 'scripts', 'build', 'lazy-barrels.cjs')];
/** From source file to the hash that it was compiled from. */
export const COMPILED = join(DIST, '.compiled.json');

/** What a compiled vocabulary comes from: see libs/vocabularies. */
const VOCABULARY_SOURCES = /^libs\/(?:clinical-language|knowledge\/src\/bundle|vocabularies)\//;
const VOCABULARY_COMPILER = join(DIST, 'libs', 'vocabularies', 'compiler.sha256');

/** All that runs on Node; the command line alone is ready sooner. */
export const EVERYTHING = ['libs', 'services'];
export const COMMAND_LINE = ['libs', 'services/cli'];

/**
 * Compiles the TypeScript below the given folders into `dist/`, file by file, where a source has changed since it
 * was last compiled, and removes what has no source any more. Types are not checked here.
 *
 * @param {string[]} folders relative to the repository
 * @returns {Promise<number>} files compiled
 */
export async function compileCode(folders = EVERYTHING) {
  const options = compilerOptions();
  const settings = digest(
    JSON.stringify(options) + SETTINGS.map((file) => readFileSync(file, 'utf8')).join(''),
  );
  const record = readRecord(settings);
  const sources = folders.flatMap((folder) => filesUnder(join(ROOT, folder), SOURCES)).filter(runsOnNode);
  const stale = sources
    .map((file) => ({ file, hash: digest(textsOf(file).join('')) }))
    .filter(({ file, hash }) => record.files.get(inRepository(file)) !== hash);
  const orphans = orphansOf(record, folders, sources);
  if (stale.length === 0 && orphans.length === 0) return 0;

  const { transform } = stale.length > 0 ? await import('@swc/core') : {};
  await Promise.all(stale.map(({ file }) => compileFile(transform, file, options)));
  for (const { file, hash } of stale) record.files.set(inRepository(file), hash);
  for (const orphan of orphans) {
    const target = join(DIST, orphan.replace(/\.ts$/, '.js'));
    rmSync(target, { force: true });
    rmSync(`${target}.map`, { force: true });
    record.files.delete(orphan);
  }
  writeWhole(COMPILED, JSON.stringify({ settings, files: Object.fromEntries(record.files) }));
  const compiler = [...record.files].filter(([file]) => VOCABULARY_SOURCES.test(file)).sort();
  writeWhole(VOCABULARY_COMPILER, digest(settings + JSON.stringify(compiler)));
  return stale.length;
}

/** The console is bundled for browsers, see console.mjs. */
const runsOnNode = (file) => !inRepository(file).startsWith('services/console/');

function compilerOptions() {
  const config = JSON.parse(readFileSync(join(ROOT, '.swcrc'), 'utf8'));
  const { paths } = JSON.parse(readFileSync(join(ROOT, 'tsconfig.json'), 'utf8')).compilerOptions;
  return { ...config, jsc: { ...config.jsc, paths } };
}

/** Other settings or other versions of the compiler: everything is compiled anew. */
function readRecord(settings) {
  try {
    const record = JSON.parse(textOf(COMPILED) ?? '{}');
    if (record.settings === settings && existsSync(VOCABULARY_COMPILER))
      return { files: new Map(Object.entries(record.files)) };
  } catch {
    // cut short by a crash: as good as none
  }
  return { files: new Map() };
}

function orphansOf(record, folders, sources) {
  const present = new Set(sources.map(inRepository));
  return [...record.files.keys()].filter(
    (file) => folders.some((folder) => file.startsWith(`${folder}/`)) && !present.has(file),
  );
}

/** What a file is compiled from. */
function textsOf(file) {
  const text = readFileSync(file, 'utf8');
  const others = isBarrel(file) ? wholeModules(text, file) : [];
  return [text, ...others.map((other) => readFileSync(other, 'utf8'))];
}

async function compileFile(transform, file, { jsc, module, ...options }) {
  const text = readFileSync(file, 'utf8');
  const { source, lazy } = isBarrel(file) ? namedBarrel(text, file) : { source: text, lazy: [] };
  const { code, map } = await transform(source, {
    ...options,
    filename: file,
    swcrc: false,
    jsc: { ...jsc, baseUrl: ROOT },
    module: { ...module, lazy: [...module.lazy, ...lazy] },
    sourceMaps: true,
  });
  const target = join(DIST, relative(ROOT, file)).replace(/\.ts$/, '.js');
  mkdirSync(dirname(target), { recursive: true });
  writeWhole(`${target}.map`, map ?? '');
  writeWhole(target, `${code}\n//# sourceMappingURL=${target.split(/[\\/]/).at(-1)}.map\n`);
}
