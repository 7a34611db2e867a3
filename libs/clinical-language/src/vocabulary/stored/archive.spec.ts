import fc from 'fast-check';
import { Archive, writeArchive } from './archive';
import { JsonTable, JsonWriter } from './json-table';
import { listParts, Lists } from './lists';
import { Texts, TextWriter, UNKNOWN } from './texts';

describe('an archive', () => {
  const bytes = writeArchive({
    odd: Uint8Array.of(1, 2, 3),
    none: new Uint16Array(),
    wide: Uint32Array.of(7, 0xffffffff),
  });

  it('gives back its parts, wherever its bytes lie', () => {
    const shifted = new Uint8Array(bytes.length + 5).fill(9);
    shifted.set(bytes, 5);
    for (const archive of [new Archive(bytes), new Archive(shifted.subarray(5))]) {
      expect([...archive.u8('odd')]).toEqual([1, 2, 3]);
      expect([...archive.u16('none')]).toEqual([]);
      expect([...archive.u32('wide')]).toEqual([7, 0xffffffff]);
    }
  });

  it('refuses a part that it has not, or has as something else', () => {
    expect(() => new Archive(bytes).u8('missing')).toThrow('no part "missing" of u8');
    expect(() => new Archive(bytes).u8('wide')).toThrow('no part "wide" of u8');
  });
});

describe('texts in an archive', () => {
  it('have one number each, and are found again by nothing else', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), fc.string(), (given, other) => {
        const writer = new TextWriter();
        const ids = given.map((text) => writer.idOf(text));
        const texts = new Texts(new Archive(writeArchive(writer.parts('texts'))), 'texts');
        expect(ids.map((id) => texts.at(id))).toEqual(given);
        for (const round of [1, 2])
          expect([round, given.map((text) => texts.idOf(text))]).toEqual([round, ids]);
        expect(texts.idOf(other)).toBe(given.includes(other) ? ids[given.indexOf(other)] : UNKNOWN);
      }),
    );
  });
});

describe('lists in an archive', () => {
  it('keep their order and are empty where nothing was put', () => {
    const lists = new Lists(
      new Archive(
        writeArchive(
          listParts(
            'lists',
            new Map([
              [9, [3, 1, 2]],
              [4, []],
              [7, [5]],
            ]),
          ),
        ),
      ),
      'lists',
    );
    expect([...lists.of(9)]).toEqual([3, 1, 2]);
    expect([...lists.of(4)]).toEqual([]);
    expect(lists.one(7)).toBe(5);
    expect([lists.has(4), lists.has(5), lists.has(-1)]).toEqual([true, false, false]);
    expect([...lists.of(5)]).toEqual([]);
  });
});

describe('values in an archive', () => {
  it('are the same object each time, equal ones stand once', () => {
    const writer = new JsonWriter();
    const ids = [{ a: 1, b: '痛' }, [0.1, null], { a: 1, b: '痛' }].map((value) => writer.idOf(value));
    expect(ids).toEqual([0, 1, 0]);
    const values = new JsonTable<unknown>(new Archive(writeArchive(writer.parts('values'))), 'values');
    expect(values.at(0)).toEqual({ a: 1, b: '痛' });
    expect(values.at(1)).toEqual([0.1, null]);
    expect(values.at(0)).toBe(values.at(0));
  });
});
