import { type EvidenceIndex, partsTold, telling, toldOf } from '../../frame/evidence-index';
import { type WordEvidence } from '../../frame/word-evidence';
import { type Archive, type Parts } from './archive';
import { listParts, Lists } from './lists';
import { type Texts, type TextWriter } from './texts';

/** What concepts tell, as parts of an archive. */
export function evidenceParts({ findings, told, needed }: WordEvidence, texts: TextWriter): Parts {
  const tellings = Array.from(
    told,
    ([concept, list]) =>
      [texts.idOf(concept), list.map(([finding, nats]) => telling(finding, nats))] as const,
  );
  const must = Array.from(
    needed,
    ([finding, concepts]) => [finding, concepts.map((one) => texts.idOf(one))] as const,
  );
  return {
    ...listParts('evidence', new Map(tellings)),
    ...listParts('evidence.needed', new Map(must)),
    'evidence.findings': Uint32Array.from(findings, (finding) => texts.idOf(finding)),
  };
}

/** What concepts tell as it stands in an archive. */
export function storedEvidence(archive: Archive, texts: Texts): EvidenceIndex {
  const tellings = new Lists(archive, 'evidence');
  const needed = new Lists(archive, 'evidence.needed');
  const findings = archive.u32('evidence.findings');
  return {
    size: findings.length,
    findingAt: (number) => texts.at(findings[number] ?? 0),
    neededBy: (number) => Array.from(needed.of(number), (concept) => texts.at(concept)),
    forEachTold: (concept, told) =>
      tellings.forEach(texts.idOf(concept), (one) => told(toldOf(one), partsTold(one))),
    tells: (concept, finding) => tellings.of(texts.idOf(concept)).some((one) => toldOf(one) === finding),
  };
}
