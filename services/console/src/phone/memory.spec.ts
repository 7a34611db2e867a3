import { keepNames, keepRoom, newJoinKey, recallNames, recallRoom, type Store } from './memory';

function storeOf(kept: Record<string, string> = {}): Store {
  return {
    read: (key) => kept[key] ?? null,
    write: (key, value) => {
      kept[key] = value;
      return true;
    },
    remove: (key) => {
      Reflect.deleteProperty(kept, key);
    },
  };
}
const refusing: Store = { read: () => null, write: () => false, remove: () => undefined };

describe('what a phone keeps', () => {
  it('is the same after the page was closed, room by room', () => {
    const store = storeOf();
    const memory = {
      ...recallRoom(store, '482713', () => 'key'),
      seat: { number: 7, token: 't', resumeCode: 'ABCDE-FGHJK' },
    };
    expect(keepRoom(store, '482713', memory)).toBe(true);
    expect(recallRoom(store, '482713', () => 'another')).toEqual(memory);
    expect(recallRoom(store, '000000', () => 'another')).toMatchObject({ joinKey: 'another', seat: null });
  });

  it('begins anew where something else stands there', () => {
    const store = storeOf({ 'openrounds.room.482713': '{"half', 'openrounds.names.en': '7' });
    expect(recallRoom(store, '482713', () => 'key')).toEqual({
      joinKey: 'key',
      seat: null,
      outbox: {},
      drafts: {},
    });
    expect(recallNames(store, 'en')).toEqual([]);
  });

  it('is told apart from what the browser refused to keep', () => {
    expect(
      keepRoom(
        refusing,
        '482713',
        recallRoom(refusing, '482713', () => 'key'),
      ),
    ).toBe(false);
    expect(keepNames(refusing, 'en', [['pe', 'Pulmonary embolism']])).toBe(false);
  });

  it('holds names by language', () => {
    const store = storeOf();
    keepNames(store, 'zh', [['pe', '肺栓塞']]);
    expect(recallNames(store, 'zh')).toEqual([['pe', '肺栓塞']]);
    expect(recallNames(store, 'en')).toEqual([]);
  });
});

describe('a join key', () => {
  it('has 128 bits, and none is made twice', () => {
    const keys = new Set(Array.from({ length: 100 }, newJoinKey));
    expect(keys.size).toBe(100);
    for (const key of keys) expect(key).toMatch(/^[A-Za-z0-9_-]{22}$/);
  });
});
