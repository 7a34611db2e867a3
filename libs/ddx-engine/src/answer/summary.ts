import { type CompiledDisease, type CompiledKnowledge } from '../compile/compiled-knowledge';
import { numberOfLink } from '../compile/link-numbers';
import { knownOutcome } from '../evidence/known-outcome';
import { type EvidenceSummary } from '../model/answer';
import { type RankedDisease } from '../model/ranking';
import { TIE } from '../numeric/bounds';
import { type ScoredCase } from '../ranking/scored-case';

const MOST_MISSING = 5;

/** Expected weight of evidence, in bits, from which an open finding is worth naming. */
const LEAST_MISSING_BITS = 0.1;

/** What speaks for and against one disease, and what has not been asked that would. */
export function summaryOf(
  compiled: CompiledKnowledge,
  scored: ScoredCase,
  ranked: RankedDisease,
): EvidenceSummary {
  return {
    for: ranked.evidence.filter((row) => row.contribution >= TIE).map((row) => row.findingId),
    against: ranked.evidence.filter((row) => row.contribution <= -TIE).map((row) => row.findingId),
    missing: missingFindings(compiled, scored, ranked.diseaseId),
  };
}

/** Open findings that the disease links, those first that would tell most if the disease is there. */
function missingFindings(compiled: CompiledKnowledge, scored: ScoredCase, diseaseId: string): string[] {
  const disease = compiled.diseases[compiled.diseaseIndex.get(diseaseId) ?? -1];
  const missing: string[] = [];
  for (const finding of disease === undefined ? [] : tellingFindings(compiled, disease)) {
    if (missing.length === MOST_MISSING) break;
    if (knownOutcome(compiled, scored.coded, finding) !== undefined) continue;
    missing.push(compiled.findings[finding]?.id ?? '');
  }
  return missing;
}

const tellingByDisease = new WeakMap<CompiledDisease, readonly number[]>();

/**
 * Findings that the disease links, the most telling first, by the weight of evidence to be expected from them if it is
 * there: the divergence `sum_o P(o|disease) log2(P(o|disease) / P(o|something else))` (Kullback & Leibler 1951). The same
 * for every case.
 */
function tellingFindings(compiled: CompiledKnowledge, disease: CompiledDisease): readonly number[] {
  const known = tellingByDisease.get(disease);
  if (known !== undefined) return known;
  const telling = Array.from(disease.linkOf, ([finding, link]) => ({
    finding,
    bits: expectedBits(compiled, finding, link),
  }))
    .filter(({ bits }) => bits >= LEAST_MISSING_BITS)
    .sort((a, b) => b.bits - a.bits || a.finding - b.finding)
    .map(({ finding }) => finding);
  tellingByDisease.set(disease, telling);
  return telling;
}

function expectedBits(compiled: CompiledKnowledge, finding: number, link: number): number {
  const elsewhere = compiled.findings[finding]?.forecast ?? [];
  let bits = 0;
  for (let outcome = 0; outcome < elsewhere.length; outcome += 1) {
    const chance = numberOfLink(compiled, link, 'forecast', outcome);
    bits += chance * Math.log2(chance / (elsewhere[outcome] ?? chance));
  }
  return bits;
}
