import { Archive, writeArchive } from './archive';
import { manifestationParts, storedManifestations } from './stored-manifestations';
import { Texts, TextWriter } from './texts';

function stored(nats: ReadonlyMap<number, number>) {
  const writer = new TextWriter();
  const parts = manifestationParts([{ findingId: 'potassium', state: 'low', nats }], writer);
  const archive = new Archive(writeArchive({ ...parts, ...writer.parts('texts') }));
  return storedManifestations(archive, new Texts(archive, 'texts'));
}
const shownIn = (nats: ReadonlyMap<number, number>, state?: string): (readonly [number, number])[] => {
  const found: (readonly [number, number])[] = [];
  const shown = { findingId: 'potassium', ...(state !== undefined && { state }) };
  stored(nats).forEachDisease(shown, (disease, one) => found.push([disease, one]));
  return found;
};

describe('manifestations in an archive', () => {
  it('give back each disease to a twentieth of a nat', () => {
    const given = new Map([
      [0, 1.23],
      [1008, -0.51],
    ]);
    const found = shownIn(given, 'low');
    expect(found.map(([disease]) => disease)).toEqual([0, 1008]);
    for (const [disease, nats] of found)
      expect(Math.abs(nats - (given.get(disease) ?? 0))).toBeLessThanOrEqual(0.025);
    expect(stored(given).diseases).toBe(1009);
  });

  it('trust no finding with less than minus two nats and more than five', () => {
    expect(shownIn(new Map([[3, -7]]), 'low')).toEqual([[3, -2]]);
    expect(shownIn(new Map([[3, 9]]), 'low')).toEqual([[3, 5]]);
  });

  it('have nothing of another state, nor of the finding without one', () => {
    expect(shownIn(new Map([[3, 1]]), 'high')).toEqual([]);
    expect(shownIn(new Map([[3, 1]]))).toEqual([]);
  });
});
