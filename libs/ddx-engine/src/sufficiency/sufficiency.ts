import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { entropyOf } from '../compile/outcome-model';
import { type CodedObservation, type FamilyCase } from '../evidence/coded-case';
import { familyRows, unlinkedRows } from '../evidence/family-rows';
import { type Sufficiency, type SufficiencyLevel, type SufficiencyReason } from '../model/answer';
import { type ScoredCase } from '../ranking/scored-case';
import { type Probabilities } from '../ranking/soft-max';

/** A finding is informative if it multiplies the odds of some disease by 1.5 or divides them by it. */
const INFORMATIVE = Math.log(1.5);

/** Diseases that know something of a family of which nothing was observed. */
const NOBODY = { diseases: new Int32Array(), count: 0 };

/** Below (findings) or above (diagnoses, Other) these limits a list says too little, or little. */
const LIMITS = {
  'too-little': { findings: 3, diagnoses: 25, other: 0.5 },
  little: { findings: 5, diagnoses: 10, other: 0.3 },
} as const;

/**
 * Whether the case says enough for its list to mean something, and if not, why: by the findings that change some
 * disease's odds by a factor of 1.5, the effective number of diagnoses (2^H) and the probability of Other.
 */
export function sufficiencyOf(compiled: CompiledKnowledge, scored: ScoredCase): Sufficiency {
  const count = informativeFindings(compiled, scored).length;
  const effectiveNumber = effectiveNumberOfDiagnoses(scored.probabilities);
  const probability = scored.probabilities.other;
  const short = (level: 'too-little' | 'little'): SufficiencyReason[] => {
    const { findings, diagnoses, other } = LIMITS[level];
    return [
      ...(count < findings
        ? [{ code: 'few-informative-findings', params: { count, wanted: findings } } as const]
        : []),
      ...(effectiveNumber > diagnoses
        ? [{ code: 'many-diagnoses-open', params: { effectiveNumber, limit: diagnoses } } as const]
        : []),
      ...(probability > other
        ? [{ code: 'other-likely', params: { probability, limit: other } } as const]
        : []),
    ];
  };
  const severe = short('too-little');
  const mild = short('little').filter(({ code }) => !severe.some((reason) => reason.code === code));
  const level: SufficiencyLevel = severe.length > 0 ? 'too-little' : mild.length > 0 ? 'little' : 'enough';
  const enough = { code: 'enough-is-known', params: { count, effectiveNumber } } as const;
  return { level, reasons: level === 'enough' ? [enough] : [...severe, ...mild] };
}

/** 2^H, where H is the entropy in bits of the list with Other (Shannon 1948): as many equally likely diagnoses. */
export function effectiveNumberOfDiagnoses({ diseases, other }: Probabilities): number {
  let entropy = 0;
  for (let at = 0; at < diseases.length; at += 1) entropy += entropyOf(diseases[at] ?? 0);
  return 2 ** (entropy + entropyOf(other));
}

/** Observed findings that stand behind a row of |log likelihood ratio| >= ln 1.5 for some disease. */
function informativeFindings(compiled: CompiledKnowledge, scored: ScoredCase): number[] {
  return [...scored.coded.families.values()].flatMap((family) => informativeOf(compiled, scored, family));
}

function informativeOf(compiled: CompiledKnowledge, scored: ScoredCase, family: FamilyCase): number[] {
  const only = onlyObservation(family);
  if (only !== undefined) return isAloneInformative(compiled, scored, family) ? [only.finding] : [];
  const { parameters } = scored;
  const observed = family.present.length + family.absent.length + family.states.length;
  const informative = new Set<number>();
  const note = (rows: ReturnType<typeof familyRows>): void => {
    for (const row of rows) {
      if (Math.abs(row.logLikelihoodRatio) >= INFORMATIVE)
        row.origins.forEach((origin) => informative.add(origin));
    }
  };
  const { diseases, count } = scored.families.get(family.family)?.touched ?? NOBODY;
  if (count < compiled.diseases.length) note(unlinkedRows(compiled, parameters, family));
  for (let at = 0; at < count && informative.size < observed; at += 1) {
    note(familyRows(compiled, parameters, family, diseases[at] ?? -1));
  }
  return [...informative];
}

/** The only thing observed in a family, unless it is a denial, which may speak through several findings below it. */
function onlyObservation({ lone, present, absent, states }: FamilyCase): CodedObservation | undefined {
  if (lone !== undefined) return lone;
  if (absent.length > 0 || present.length + states.length !== 1) return undefined;
  return present[0] ?? states[0];
}

/** The same for a finding that makes one row at most for each disease: what its score was made of. */
function isAloneInformative(
  compiled: CompiledKnowledge,
  { parameters: { T }, families }: ScoredCase,
  family: FamilyCase,
): boolean {
  const score = families.get(family.family);
  if (score === undefined) return false;
  const { unlinked, touched, scale } = score;
  const isTelling = (contribution: number): boolean => Math.abs(contribution) * T >= INFORMATIVE;
  if (touched.count < compiled.diseases.length && isTelling(unlinked)) return true;
  for (let at = 0; at < touched.count; at += 1) {
    if (isTelling(scale * (touched.logRatios[at] ?? 0))) return true;
  }
  return false;
}
