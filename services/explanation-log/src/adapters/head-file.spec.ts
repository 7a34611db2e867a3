import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HeadFile } from './head-file';

const HEAD = { size: 7, rootHash: 'ab'.repeat(32) };

describe('HeadFile', () => {
  let folder: string;
  let path: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'head-'));
    path = join(folder, 'log-head');
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('knows nothing at first, and the last head afterwards', async () => {
    const file = new HeadFile(path, 'log.example');
    expect(await file.recall()).toBeUndefined();
    await file.remember({ ...HEAD, size: 6 });
    await file.remember(HEAD);
    expect(await new HeadFile(path, 'log.example').recall()).toEqual(HEAD);
    expect(readFileSync(path, 'utf8')).toBe(`log.example\n7\n${'q6ur'.repeat(10)}q6s=\n`);
  });

  it('says which backup the database was restored from, until a head is remembered without it', async () => {
    const file = new HeadFile(path, 'log.example');
    await file.remember(HEAD);
    appendFileSync(path, 'restored 2026-11-23T07:40:00.000Z\n');
    expect(await file.recall()).toEqual({ ...HEAD, restoredFrom: '2026-11-23T07:40:00.000Z' });
    await file.remember(HEAD);
    expect(await file.recall()).toEqual(HEAD);
  });

  it.each([
    ['is empty', ''],
    ['is cut short', 'log.example\n7'],
    ['belongs to another log', `other.example\n7\n${'q6ur'.repeat(10)}q6s=\n`],
  ])('does not take a file that %s for no file', async (_what, text) => {
    writeFileSync(path, text);
    await expect(new HeadFile(path, 'log.example').recall()).rejects.toThrow();
  });
});
