import { type LikeContent } from '../../frame/like-wordings';
import {
  LEAST_COVER,
  LEAST_SAID,
  LEAST_TOLD,
  type Likeness,
  type LikenessIndex,
} from '../../frame/likeness-index';
import { NEVER_LEFT_OUT } from '../../frame/part-patterns';
import { addTo } from '../../normalise/lists-by-key';
import { type Archive, type Parts } from './archive';
import { listParts, Lists, placeOf } from './lists';
import { type Texts, type TextWriter, UNKNOWN } from './texts';

/**
 * A wording is looked for under its so many most telling concepts alone: without both of them less than enough of it is said.
 */
const ANCHORS = 2;
/** Weights are kept as whole numbers of this part of a nat. */
const PART_OF_NAT = 1_000;
/** What `placeOf` says of a number that is not there. */
const NOWHERE = -1;

const startsOf = (lengths: readonly number[]): Uint32Array => {
  const starts = new Uint32Array(lengths.length + 1);
  lengths.forEach((length, at) => (starts[at + 1] = (starts[at] ?? 0) + length));
  return starts;
};

/** Wordings and their concepts as parts of an archive; both have numbers of their own, which take half the room. */
export function likenessParts({ wordings, weights }: LikeContent, texts: TextWriter): Parts {
  // In the order of their texts, so that a text finds its concept.
  const concepts = [...weights.keys()].sort((a, b) => texts.idOf(a) - texts.idOf(b));
  const numberOf = new Map(concepts.map((concept, number) => [concept, number]));
  const numbered = wordings.map(({ slots }) => slots.map((slot) => numberOf.get(slot) ?? 0));
  const findings = [...new Set(wordings.map(({ findingId }) => findingId))];
  const findingOf = new Map(findings.map((finding, number) => [finding, number]));
  const anchored = new Map<number, number[]>();
  numbered.forEach((slots, wording) => {
    for (const slot of slots.slice(0, ANCHORS)) addTo(anchored, slot, wording);
  });
  return {
    'like.concepts': Uint32Array.from(concepts, (concept) => texts.idOf(concept)),
    'like.weights': Uint16Array.from(concepts, (concept) =>
      Math.round((weights.get(concept) ?? 0) * PART_OF_NAT),
    ),
    'like.needed': Uint8Array.from(concepts, (concept) => (NEVER_LEFT_OUT.test(concept) ? 1 : 0)),
    'like.findings': Uint32Array.from(findings, (finding) => texts.idOf(finding)),
    'like.of': Uint16Array.from(wordings, ({ findingId }) => findingOf.get(findingId) ?? 0),
    'like.starts': startsOf(numbered.map(({ length }) => length)),
    'like.slots': Uint16Array.from(numbered.flat()),
    ...listParts('like.anchored', anchored),
  };
}

/** Wordings as they stand in an archive. */
export function storedLikeness(archive: Archive, texts: Texts): LikenessIndex {
  const concepts = archive.u32('like.concepts');
  const weights = archive.u16('like.weights');
  const findings = archive.u32('like.findings');
  const findingOf = archive.u16('like.of');
  const starts = archive.u32('like.starts');
  const slots = archive.u16('like.slots');
  const anchored = new Lists(archive, 'like.anchored');
  const isNeeded = archive.u8('like.needed');
  // What the sentence at hand says: set before it is looked at and cleared after it.
  const nearness = new Float64Array(concepts.length);
  const isSeen = new Uint8Array(findingOf.length);

  /** How much of a wording is said; 0 where it is too little. */
  const coverOf = (wording: number): number => {
    let [whole, told, count] = [0, 0, 0];
    const end = starts[wording + 1] ?? 0;
    for (let at = starts[wording] ?? 0; at < end; at += 1) {
      const slot = slots[at] ?? 0;
      const weight = weights[slot] ?? 0;
      const near = nearness[slot] ?? 0;
      if (near === 0 && isNeeded[slot] === 1) return 0;
      whole += weight;
      told += weight * near;
      if (near > 0) count += 1;
    }
    return count < LEAST_SAID || told < LEAST_TOLD * PART_OF_NAT || told < LEAST_COVER * whole
      ? 0
      : told / whole;
  };

  const likenessOf = (wording: number, cover: number): Likeness => ({
    findingId: texts.at(findings[findingOf[wording] ?? 0] ?? 0),
    cover,
    said: Array.from(slots.subarray(starts[wording], starts[wording + 1]))
      .filter((slot) => (nearness[slot] ?? 0) > 0)
      .map((slot) => texts.at(concepts[slot] ?? 0)),
  });

  const numbersOf = (said: ReadonlyMap<string, number>): number[] => {
    const numbers: number[] = [];
    for (const [concept, near] of said) {
      const text = texts.idOf(concept);
      const number = text === UNKNOWN ? NOWHERE : placeOf(concepts, text);
      if (number === NOWHERE) continue;
      nearness[number] = near;
      numbers.push(number);
    }
    return numbers;
  };

  return {
    nearest(said) {
      const numbers = numbersOf(said);
      const seen: number[] = [];
      const nearest = new Map<number, { readonly wording: number; readonly cover: number }>();
      for (const number of numbers) {
        for (const wording of anchored.of(number)) {
          if (isSeen[wording] === 1) continue;
          isSeen[wording] = 1;
          seen.push(wording);
          const cover = coverOf(wording);
          const finding = findingOf[wording] ?? 0;
          if (cover > (nearest.get(finding)?.cover ?? 0)) nearest.set(finding, { wording, cover });
        }
      }
      const found = Array.from(nearest.values(), ({ wording, cover }) => likenessOf(wording, cover));
      for (const wording of seen) isSeen[wording] = 0;
      for (const number of numbers) nearness[number] = 0;
      return found.sort((a, b) => b.cover - a.cover);
    },
  };
}
