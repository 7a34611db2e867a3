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
});
