import { type EvidenceIndex, PARTS_OF_NAT } from '../../frame/evidence-index';
import { type WordEvidence } from '../../frame/word-evidence';
import { type Archive, type Parts } from './archive';
import { listParts, Lists, placeOf } from './lists';
import { type Texts, type TextWriter, UNKNOWN } from './texts';

const MOST_PARTS = 255;

/** What concepts tell as parts of an archive, in the order of their texts, so that a text finds its concept. */
export function evidenceParts({ findings, told, needed }: WordEvidence, texts: TextWriter): Parts {
  const lists = Array.from(told, ([concept, list]) => ({ concept: texts.idOf(concept), list }));
  lists.sort((a, b) => a.concept - b.concept);
  const starts = new Uint32Array(lists.length + 1);
  lists.forEach(({ list }, at) => (starts[at + 1] = (starts[at] ?? 0) + list.length));
  const all = lists.flatMap(({ list }) => list);
  const must = needed.map((concepts, finding) => [finding, concepts.map((one) => texts.idOf(one))] as const);
  return {
    ...listParts('evidence.needed', new Map(must.filter(([, concepts]) => concepts.length > 0))),
    'evidence.concepts': Uint32Array.from(lists, ({ concept }) => concept),
    'evidence.starts': starts,
    'evidence.findings': Uint32Array.from(findings, (finding) => texts.idOf(finding)),
    'evidence.of': Uint16Array.from(all, ([finding]) => finding),
    'evidence.parts': Uint8Array.from(all, ([, nats]) =>
      Math.min(MOST_PARTS, Math.round(nats * PARTS_OF_NAT)),
    ),
  };
}

/** What concepts tell as it stands in an archive. */
export function storedEvidence(archive: Archive, texts: Texts): EvidenceIndex {
  const concepts = archive.u32('evidence.concepts');
  const starts = archive.u32('evidence.starts');
  const findings = archive.u32('evidence.findings');
  const of = archive.u16('evidence.of');
  const parts = archive.u8('evidence.parts');
  const needed = new Lists(archive, 'evidence.needed');
  return {
    size: findings.length,
    findingAt: (number) => texts.at(findings[number] ?? 0),
    neededBy: (number) => Array.from(needed.of(number), (concept) => texts.at(concept)),
    of(concept) {
      const text = texts.idOf(concept);
      const place = text === UNKNOWN ? UNKNOWN : placeOf(concepts, text);
      if (place < 0) return undefined;
      const [from, to] = [starts[place], starts[place + 1]];
      return { findings: of.subarray(from, to), parts: parts.subarray(from, to) };
    },
  };
}
