import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { readerOf } from './text-reader.cjs';

describe('readerOf', () => {
  const TEXTS = { WORDS: { 'en/pain': '["pain"]', 'zh/pain': '["疼痛","🩺"]', none: '' }, ASKED: '[["痛"]]' };
  let folder: string;

  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'openrounds-texts-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const run = (code: string): typeof TEXTS => {
    const module = { exports: {} };
    runInNewContext(code, { module, require, Buffer, __filename: join(folder, 'bundle.cjs') });
    return module.exports as typeof TEXTS;
  };

  it('exports the same texts, and reads each when it is asked for', () => {
    const { code, name, content } = readerOf(TEXTS);
    const read = run(code);
    writeFileSync(join(folder, name), content);
    expect(JSON.stringify(read)).toBe(JSON.stringify(TEXTS));
    expect(Reflect.get(read.WORDS, 'en/absent')).toBeUndefined();
    expect(code).not.toContain('pain"]');
  });

  it('does not pass on half a text', () => {
    const { code, name, content } = readerOf(TEXTS);
    writeFileSync(join(folder, name), content.subarray(0, -1));
    expect(() => run(code).ASKED).toThrow('is cut short');
  });

  it('refuses what is no text', () => {
    expect(() => readerOf({ ASKED: 3 as unknown as string })).toThrow(TypeError);
  });

  it('names the file by what it holds', () => {
    expect(readerOf(TEXTS).name).toBe(readerOf({ ...TEXTS }).name);
    expect(readerOf({ ASKED: 'other' }).name).not.toBe(readerOf(TEXTS).name);
  });
});
