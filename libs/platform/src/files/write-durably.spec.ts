import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeDurably } from './write-durably';

describe('writeDurably', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'durable-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('makes folder and file for the owner alone, and leaves nothing else behind', async () => {
    const path = join(folder, 'log', 'head');
    await writeDurably(path, 'first\n');
    await writeDurably(path, 'second\n');
    expect(readFileSync(path, 'utf8')).toBe('second\n');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'log'))).toEqual(['head']);
  });

  it('is not kept from writing by what a crash left behind', async () => {
    const path = join(folder, 'head');
    writeFileSync(`${path}.new`, 'half a te');
    await writeDurably(path, 'whole\n');
    expect(readFileSync(path, 'utf8')).toBe('whole\n');
  });

  it('says why it cannot', async () => {
    writeFileSync(join(folder, 'no-folder'), '');
    await expect(writeDurably(join(folder, 'no-folder', 'head'), '')).rejects.toThrow(/EEXIST|ENOTDIR/);
  });
});
