import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BUNDLE = 'bundle-0.cjs';
/** Its second line is the first of `wards.ts`. */
const MAP = { version: 3, sources: ['../src/wards.ts'], names: [], mappings: ';AAAA' };

describe('the starter of a bundled service', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'openrounds-starter-'));
    copyFileSync(join(__dirname, 'starter.cjs'), join(folder, 'bundle-starter.cjs'));
    writeFileSync(
      join(folder, 'start.js'),
      `require('./bundle-starter.cjs').start(__dirname, '${BUNDLE}');\n`,
    );
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const service = (text: string) =>
    writeFileSync(
      join(folder, BUNDLE),
      `(function (exports, require, module, __filename, __dirname) {\n${text}\n})`,
    );
  const start = () => {
    const { stdout, stderr } = spawnSync(process.execPath, [join(folder, 'start.js')], { encoding: 'utf8' });
    return stdout + stderr;
  };
  const kept = () => readdirSync(folder).filter((file) => file.endsWith('.v8'));

  it('runs the bundle as a module of its folder', () => {
    service('console.log(require("node:path").basename(__filename), __dirname, typeof module.exports);');
    expect(start()).toBe(`${BUNDLE} ${folder} object\n`);
  });

  it('keeps what was compiled, once', () => {
    service('function round() { return "rounds"; } console.log(round());');
    expect(start()).toBe('rounds\n');
    const [file = ''] = kept();
    const compiled = readFileSync(join(folder, file));
    expect(start()).toBe('rounds\n');
    expect(kept()).toEqual([file]);
    expect(readFileSync(join(folder, file)).equals(compiled)).toBe(true);
  });

  it('keeps what was compiled when the start is over, and not what is left of it at the end', () => {
    const begin = readFileSync(join(folder, 'start.js'), 'utf8');
    const later =
      'globalThis.setTimeout = (run) => ((globalThis.later = run), { unref() { return this; } });';
    writeFileSync(join(folder, 'start.js'), `${later}\n${begin}`);
    service(`const kept = () => require('node:fs').readdirSync(__dirname).filter((file) => file.endsWith('.v8'));
      const before = kept(); later(); const [file] = kept(); console.log(before.length, file !== undefined);
      require('node:fs').writeFileSync(file && __dirname + '/' + file, 'kept');`);
    expect(start()).toBe('0 true\n');
    expect(readFileSync(join(folder, kept()[0] ?? ''), 'utf8')).toBe('kept');
  });

  it('starts with what was kept by something else, and keeps its own instead', () => {
    service('console.log("rounds");');
    start();
    const [file = ''] = kept();
    writeFileSync(join(folder, file), 'of another version');
    expect(start()).toBe('rounds\n');
    expect(readFileSync(join(folder, file), 'latin1')).not.toBe('of another version');
  });

  it('says in a trace where the source is', () => {
    writeFileSync(join(folder, `${BUNDLE}.map`), JSON.stringify(MAP));
    service('throw new TypeError("no bed");');
    expect(start()).toMatch(/TypeError: no bed\n {4}at .*\.\.\/src\/wards\.ts:1:1/);
  });

  it('lets the map go after a while, and reads it again', () => {
    const [mapFile, later] = [join(folder, `${BUNDLE}.map`), { ...MAP, sources: ['../src/beds.ts'] }];
    writeFileSync(mapFile, JSON.stringify(MAP));
    service(`let pass; globalThis.setTimeout = (run) => { pass = run; return { unref() {} }; };
      const trace = () => new Error('no bed').stack; trace();
      require('node:fs').writeFileSync(${JSON.stringify(mapFile)}, ${JSON.stringify(JSON.stringify(later))});
      const kept = trace(); pass(); console.log(kept.includes('wards.ts'), trace().includes('beds.ts'));`);
    expect(start()).toBe('true true\n');
  });

  it('says in a trace where the bundle is, without a map', () => {
    service('console.log(new Error("no bed").stack);');
    expect(start()).toContain(join(folder, BUNDLE));
  });
});
