import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRepository, readText } from './testing/repository';

interface Lock {
  readonly packages: Record<string, { hasInstallScript?: boolean }>;
}
const withScripts = Object.entries((JSON.parse(readText('package-lock.json')) as Lock).packages)
  .filter(([, { hasInstallScript }]) => hasInstallScript === true)
  .map(([path]) => path.replace(/^.*node_modules\//, ''));

describe('the scripts of packages', () => {
  it('are not run when they are installed, here and in the image', () => {
    expect(readText('.npmrc').split('\n')).toContain('ignore-scripts=true');
    const { scripts } = JSON.parse(readText('package.json')) as { scripts: Record<string, string> };
    // npm leaves these out as well.
    expect(Object.keys(scripts).filter((name) => /^(pre|post)/.test(name))).toEqual([]);
    for (const install of readText('Dockerfile').match(/npm (ci|prune).*/g) ?? []) {
      expect(install).toContain('--ignore-scripts');
    }
  });

  it('are all named, with what is done in their place', () => {
    const table = readText('CONTRIBUTING.md').matchAll(/^\| `([^`]+)` \| .+ \| (.+) \|$/gm);
    const named = [...table].map(([, name = '']) => name);
    const covers = (script: string) =>
      named.some((name) => (name.endsWith('/*') ? script.startsWith(name.slice(0, -1)) : script === name));
    expect(withScripts.length).toBeGreaterThan(0);
    expect(withScripts.filter((script) => !covers(script))).toEqual([]);
  });

  it('that are needed have a step of ours: the libraries of the embedded Postgres are linked', () => {
    const folder = mkdtempSync(join(tmpdir(), 'native-'));
    const native = join(folder, 'native');
    mkdirSync(join(native, 'lib'), { recursive: true });
    writeFileSync(join(native, 'lib', 'libpq.so.5.18'), 'library');
    writeFileSync(
      join(native, 'pg-symlinks.json'),
      JSON.stringify([{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]),
    );
    const link = `import(${JSON.stringify(inRepository('scripts/embedded/binaries.mjs'))})
      .then(({ linkLibraries }) => linkLibraries(${JSON.stringify(native)}))`;
    for (const _time of ['first', 'again']) {
      const { status, stderr } = spawnSync(process.execPath, ['-e', link], { encoding: 'utf8' });
      expect([status, stderr]).toEqual([0, '']);
    }
    expect(readFileSync(join(native, 'lib', 'libpq.so.5'), 'utf8')).toBe('library');
    rmSync(folder, { recursive: true });
  });
});
