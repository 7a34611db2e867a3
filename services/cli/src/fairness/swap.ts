import { type CaseMix } from '@openrounds/contracts';
import { type EnginePatient } from '@openrounds/ddx-engine';
import { type SwappedPair, swappedPair } from '@openrounds/evaluation';
import { AGE_BANDS, lookupOf } from '@openrounds/knowledge';
import { type EvaluatedCase } from '../evaluation/evaluate-cases';
import { type CaseRanker } from '../ranking/case-ranker';

/** In what the two patients of a pair differ. */
export const SWAPS = ['sex', 'age'] as const;
export type Swap = (typeof SWAPS)[number];

/** Ages that stand for two bands of adults: the middle of each, in years. */
const [YOUNGER, OLDER] = (['adult18-39', 'adult65-79'] as const).map(
  (band) => (AGE_BANDS[band][0] + AGE_BANDS[band][1]) / 2,
) as [number, number];
const ADULT = AGE_BANDS['adult18-39'][0];

/** What the two patients are called. */
export const SIDES: Readonly<Record<Swap, readonly [string, string]>> = {
  sex: ['female', 'male'],
  age: [`${String(YOUNGER)} years`, `${String(OLDER)} years`],
};

/** The two patients who are told of with the same findings; undefined where the case can be of one of them only. */
function patientsOf(swap: Swap, patient: EnginePatient): [EnginePatient, EnginePatient] | undefined {
  if (patient.pregnant === true) return undefined;
  if (swap === 'sex')
    return [
      { ...patient, sex: 'female' },
      { ...patient, sex: 'male' },
    ];
  if (patient.ageYears === null || patient.ageYears < ADULT) return undefined;
  return [
    { ...patient, ageYears: YOUNGER },
    { ...patient, ageYears: OLDER },
  ];
}

/**
 * Ranks a case twice, for two patients of whom only sex or age differs. Undefined where it cannot be told of both: the
 * patient is pregnant, a child or of unknown age (`age`), or a finding is one of a single sex or of other ages
 * (`onlyIf`); and where it was not ranked or its diagnosis is not in the knowledge base.
 */
export function pairOf(
  { outcome, ranking }: EvaluatedCase,
  swap: Swap,
  ranker: CaseRanker,
  caseMix: CaseMix,
): SwappedPair | undefined {
  if ('error' in ranking) return undefined;
  const { patient, observed } = ranking.ranked.ready;
  const patients = patientsOf(swap, patient);
  if (patients === undefined) return undefined;
  const { findings } = lookupOf(ranker.bundle);
  const fitBoth = observed.every(({ findingId, presence }) => {
    const onlyIf = presence === 'absent' ? undefined : findings.get(findingId)?.onlyIf;
    return patients.every((one) => fits(onlyIf, one));
  });
  if (!fitBoth) return undefined;
  const listOf = (one: EnginePatient) =>
    ranker.rankFacts(ranking.input.setting, { patient: one, observed }, caseMix);
  const [first, second] = patients;
  return swappedPair({
    id: outcome.id,
    labels: outcome.labels,
    right: outcome.goldDiseases,
    lists: [listOf(first), listOf(second)],
  });
}

interface Whom {
  readonly sex?: string | undefined;
  readonly ageYears?: readonly [number, number] | undefined;
}

function fits(whom: Whom | undefined, { sex, ageYears }: EnginePatient): boolean {
  if (whom?.sex !== undefined && whom.sex !== sex) return false;
  const [from, to] = whom?.ageYears ?? [-Infinity, Infinity];
  return ageYears === null || (from <= ageYears && ageYears < to);
}
