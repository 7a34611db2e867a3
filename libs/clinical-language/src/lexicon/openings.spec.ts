import { Openings, SHORT_HASHES, shortHash } from './openings';

const WORDS = ['', '痛', '胸', '胸痛', 'a', 'pain', 'pains', 'plain', '+', '\u{20000}'];

describe('what phrases may begin with', () => {
  it.each(WORDS)('holds what was added: %j', (word) => {
    const openings = new Openings();
    expect(openings.mayBegin(word)).toBe(false);
    openings.add(word);
    expect(openings.mayBegin(word)).toBe(true);
  });

  it('keeps most others out', () => {
    const openings = new Openings();
    const characters = Array.from({ length: 2_000 }, (_, index) => String.fromCharCode(0x4e00 + index));
    for (const character of characters.slice(0, 100)) openings.add(character);
    const others = characters.slice(100);
    expect(others.filter((character) => openings.mayBegin(character)).length).toBeLessThan(
      others.length / 20,
    );
  });

  it.each(WORDS)('numbers every text within the table: %j', (word) => {
    expect(shortHash(word)).toBeGreaterThanOrEqual(0);
    expect(shortHash(word)).toBeLessThan(SHORT_HASHES);
  });
});
