import { type Manifestations, nameOfShown } from '../../frame/company';
import { type Manifestation } from '../../model/vocabulary';
import { type Archive, type Parts } from './archive';
import { listParts, Lists } from './lists';
import { type Texts, type TextWriter } from './texts';

/** A twentieth of a nat, from two below nothing to five above: more than that no single finding is trusted with. */
const PARTS_OF_NAT = 20;
const LEAST = -2;
const MOST = 5;
const BITS = 8;
const MASK = (1 << BITS) - 1;

const packed = (disease: number, nats: number): number =>
  (disease << BITS) | Math.round((Math.min(MOST, Math.max(LEAST, nats)) - LEAST) * PARTS_OF_NAT);

/** What shows in which diseases, as parts of an archive. */
export function manifestationParts(manifestations: readonly Manifestation[], texts: TextWriter): Parts {
  let diseases = 0;
  const lists = new Map<number, readonly number[]>();
  for (const one of manifestations) {
    for (const disease of one.nats.keys()) diseases = Math.max(diseases, disease + 1);
    lists.set(
      texts.idOf(nameOfShown(one)),
      Array.from(one.nats, ([disease, nats]) => packed(disease, nats)),
    );
  }
  return { 'company.diseases': Uint32Array.of(diseases), ...listParts('company', lists) };
}

/** What {@link manifestationParts} wrote. */
export function storedManifestations(archive: Archive, texts: Texts): Manifestations {
  const [diseases = 0] = archive.u32('company.diseases');
  const lists = new Lists(archive, 'company');
  return {
    diseases,
    forEachDisease(shown, found) {
      lists.forEach(texts.idOf(nameOfShown(shown)), (one) => {
        found(one >>> BITS, (one & MASK) / PARTS_OF_NAT + LEAST);
      });
    },
  };
}
