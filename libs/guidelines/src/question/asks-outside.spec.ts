import { asksOutside } from './asks-outside';

describe('whether a question asks for what no guidance says', () => {
  it('goes by how it asks where half of its words are known of the disease', () => {
    expect(asksOutside(0.49, 0.5)).toBe(false);
    expect(asksOutside(0.51, 0.5)).toBe(true);
  });

  it('needs more where its words are known, and less where they are not', () => {
    expect(asksOutside(0.9, 1)).toBe(false);
    expect(asksOutside(0.98, 1)).toBe(true);
    expect(asksOutside(0.3, 0)).toBe(true);
    expect(asksOutside(0.05, 0)).toBe(false);
  });

  it('holds at the ends: what is certain stays certain', () => {
    expect(asksOutside(0, 0)).toBe(false);
    expect(asksOutside(1, 1)).toBe(true);
  });
});
