import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { CommaList, Flag, readEnvironment } from './environment';

describe('readEnvironment', () => {
  it('names every wrong variable at once and repeats no value', () => {
    const schema = z.object({ PORT: z.coerce.number().max(65_535), DATABASE_URL: z.url() });
    const read = () => readEnvironment(schema, { PORT: '70000', DATABASE_URL: 'secret' });
    expect(read).toThrow(/PORT[\s\S]*DATABASE_URL/);
    expect(read).not.toThrow('secret');
  });

  it.each([
    ['true', true],
    ['1', true],
    ['', false],
    [undefined, false],
  ])('reads the flag %p as %p', (given, expected) => {
    expect(readEnvironment(z.object({ F: Flag }), given === undefined ? {} : { F: given }).F).toBe(expected);
  });

  it('splits lists', () => {
    expect(readEnvironment(z.object({ L: CommaList }), { L: 'a, b,,' }).L).toEqual(['a', 'b']);
  });

  it('takes an empty variable for one that is not set', () => {
    const schema = z.object({ LLM_BASE_URL: z.url().optional(), LOG_LEVEL: z.string().default('info') });
    expect(readEnvironment(schema, { LLM_BASE_URL: '', LOG_LEVEL: '' })).toEqual({ LOG_LEVEL: 'info' });
  });
});

describe('variables given as files', () => {
  const Schema = z.object({
    DATABASE_URL: z.url(),
    LOCAL_API_KEY: z.string().optional(),
    LOCAL_API_KEY_FILE: z.string().optional(),
  });
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'environment-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const file = (content: string): string => {
    const path = join(folder, 'secret');
    writeFileSync(path, content);
    return path;
  };

  it('reads the file and trims what it holds', () => {
    const url = 'postgres://gateway:secret@postgres/openrounds';
    expect(readEnvironment(Schema, { DATABASE_URL_FILE: file(`${url}\n`) })).toEqual({ DATABASE_URL: url });
  });

  it('leaves a variable that is itself the name of a file alone', () => {
    const path = file('ork_secret');
    const read = readEnvironment(Schema, { DATABASE_URL: 'postgres://db', LOCAL_API_KEY_FILE: path });
    expect(read).toEqual({ DATABASE_URL: 'postgres://db', LOCAL_API_KEY_FILE: path });
  });

  it('takes an empty file for a variable that is not set', () => {
    const read = readEnvironment(Schema.pick({ LOCAL_API_KEY: true }), { LOCAL_API_KEY_FILE: file('\n') });
    expect(read).toEqual({});
  });

  it('refuses a variable that is given twice', () => {
    const read = () =>
      readEnvironment(Schema, { DATABASE_URL: 'postgres://a', DATABASE_URL_FILE: file('postgres://b') });
    expect(read).toThrow('DATABASE_URL: given twice: here and by DATABASE_URL_FILE');
  });

  it('names a file that cannot be read by its variable, once', () => {
    const read = () => readEnvironment(Schema, { DATABASE_URL_FILE: join(folder, 'nothing-here') });
    expect(read).toThrow(
      /^The configuration is not usable:\n {2}DATABASE_URL: DATABASE_URL_FILE names a file that cannot be read$/,
    );
  });

  it('repeats nothing of a malformed secret', () => {
    expect(() => readEnvironment(Schema, { DATABASE_URL_FILE: file('hunter2') })).not.toThrow('hunter2');
    expect(() => readEnvironment(Schema, { DATABASE_URL_FILE: file('hunter2') })).toThrow('DATABASE_URL');
  });
});
