import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { SERVICES } from '../embedded/services.mjs';
import { COMPILED } from './code.mjs';
import { longTextsBeside } from './long-texts.mjs';
import { oneByte } from './one-byte.cjs';
import { DIST, ROOT } from './places.mjs';
import { digest, hashOf, textOf, writeWhole } from './sources.mjs';

const STAMP = join(DIST, '.bundles');
const STARTER = join(ROOT, 'scripts', 'build', 'starter.cjs');
/** Loaded when a language model is configured, and by nobody else. */
const LEFT_OUT = /^@langchain\//;
const MADE = /^(?:bundle-.*|start\.js)$/;

/**
 * Joins each compiled service and the packages that it uses to one file, `dist/services/<name>/bundle-<hash>.cjs`: half of a service's
 * start was finding and compiling two thousand files (ADR 0041). `start.js` beside it is what to run.
 *
 * @returns {Promise<boolean>} whether anything was built
 */
export async function buildBundles() {
  const hash = hashOf([
    COMPILED,
    join(ROOT, 'package-lock.json'),
    STARTER,
    join(ROOT, 'scripts', 'build', 'bundles.mjs'),
    join(ROOT, 'scripts', 'build', 'long-texts.mjs'),
    join(ROOT, 'scripts', 'build', 'one-byte.cjs'),
    join(ROOT, 'scripts', 'build', 'text-reader.cjs'),
  ]);
  const entries = SERVICES.map(({ name }) => join(DIST, 'services', name, 'start.js'));
  if (textOf(STAMP) === hash && entries.every((entry) => existsSync(entry))) return false;
  const { rolldown } = await import('rolldown');
  for (const { name } of SERVICES) await bundle(rolldown, join(DIST, 'services', name));
  writeWhole(STAMP, hash);
  return true;
}

async function bundle(rolldown, folder) {
  const build = await rolldown({
    input: join(folder, 'src', 'main.js'),
    platform: 'node',
    treeshake: false,
    logLevel: 'silent',
    plugins: [longTextsBeside(folder), ourSourceMaps, placesOf(folder), absentPackages],
  });
  const {
    output: [{ code, map }],
  } = await build.generate({
    format: 'cjs',
    codeSplitting: false,
    sourcemap: true,
    banner: '(function (exports, require, module, __filename, __dirname) {',
    footer: '})',
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  });
  await build.close();
  const text = oneByte(code.replace(/\n\/\/# sourceMappingURL=.*\n?$/, '\n'));
  const name = `bundle-${digest(text).slice(0, 16)}.cjs`;
  for (const old of readdirSync(folder).filter((file) => MADE.test(file) && !file.startsWith(name)))
    rmSync(join(folder, old));
  writeWhole(join(folder, `${name}.map`), JSON.stringify({ ...map, sourcesContent: undefined }));
  writeWhole(join(folder, name), text);
  copyFileSync(STARTER, join(folder, 'bundle-starter.cjs'));
  writeWhole(join(folder, 'start.js'), `require('./bundle-starter.cjs').start(__dirname, '${name}');\n`);
}

/** Stack traces lead to our TypeScript. Packages bring no sources; mapping them would make the maps ten times as large. */
const ourSourceMaps = {
  name: 'our-source-maps',
  load(id) {
    if (!id.endsWith('.js')) return null;
    const code = textOf(id);
    if (code === undefined) return null;
    const map = id.startsWith(DIST) ? textOf(`${id}.map`) : undefined;
    return { code, map: map === undefined ? { mappings: '' } : JSON.parse(map) };
  },
};

/** A file that asks where it stands is told where it stood before it was joined to the others. */
const placesOf = (folder) => ({
  name: 'places',
  transform(code, id) {
    if (!/\b__dirname\b/.test(code)) return null;
    const place = JSON.stringify(relative(folder, dirname(id)));
    return {
      code: code.replace(/\b__dirname\b/g, `require('node:path').join(__dirname, ${place})`),
      map: null,
    };
  },
});

/** Packages name others that they could use; those that are not installed are asked for, in vain, when it runs. */
const absentPackages = {
  name: 'absent-packages',
  resolveId: {
    order: 'pre',
    async handler(id, importer, options) {
      if (importer === undefined || /^[./\0]/.test(id)) return null;
      if (LEFT_OUT.test(id)) return { id, external: true };
      const found = await this.resolve(id, importer, { ...options, skipSelf: true });
      return found ?? { id, external: true };
    },
  },
};
