/**
 * Builds services, libraries and the console into `dist/`. The result is cached by a hash of the sources, so
 * that a second start builds nothing.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const STAMP = join(ROOT, 'dist', '.built');
const SOURCE = /\.(ts|tsx|css|html|json)$/;
const TESTS = /\.(spec|test)\.tsx?$/;

const walk = (dir) =>
  readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' || entry.name === 'test' ? [] : walk(path);
    return SOURCE.test(entry.name) && !TESTS.test(entry.name) ? [path] : [];
  });

/** Hash of all that the build reads. */
export function sourceHash() {
  const hash = createHash('sha256');
  const files = ['libs', 'services'].flatMap((dir) => walk(join(ROOT, dir))).sort();
  for (const file of [...files, join(ROOT, 'package-lock.json'), join(ROOT, '.swcrc')]) {
    hash.update(relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

export const isBuilt = (hash = sourceHash()) => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash;

async function compile() {
  const { transformFile } = await import('@swc/core');
  const sources = ['libs', 'services']
    .flatMap((dir) => walk(join(ROOT, dir)))
    .filter((file) => file.endsWith('.ts') && !file.includes(join('services', 'console')));
  const config = JSON.parse(readFileSync(join(ROOT, '.swcrc'), 'utf8'));
  const { paths } = JSON.parse(readFileSync(join(ROOT, 'tsconfig.json'), 'utf8')).compilerOptions;
  const options = { ...config, swcrc: false, jsc: { ...config.jsc, baseUrl: ROOT, paths } };
  await Promise.all(
    sources.map(async (file) => {
      const { code, map } = await transformFile(file, { ...options, sourceMaps: true });
      const target = join(ROOT, 'dist', relative(ROOT, file)).replace(/\.ts$/, '.js');
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, `${code}\n//# sourceMappingURL=${target.split('/').at(-1)}.map\n`);
      writeFileSync(`${target}.map`, map ?? '');
    }),
  );
}

async function buildConsole() {
  const { build } = await import('vite');
  await build({ configFile: join(ROOT, 'services/console/vite.config.ts'), logLevel: 'warn' });
}

/** Builds what has changed since the last build; returns whether anything was built. */
export async function buildIfNeeded() {
  const hash = sourceHash();
  if (isBuilt(hash)) return false;
  rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
  await compile();
  if (existsSync(join(ROOT, 'services/console/vite.config.ts'))) await buildConsole();
  writeFileSync(STAMP, hash);
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const built = await buildIfNeeded();
  console.log(built ? 'built' : 'up to date');
}
