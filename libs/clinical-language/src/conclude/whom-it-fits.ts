import { type Terminology } from '../vocabulary/terminology';
import { ancestorsOf } from '../vocabulary/findings';
import { type Statement } from '../collect/statement';
import { type EnginePatient } from '../model/understanding';
import { type Somebody, type VocabularyFinding } from '../model/vocabulary';

/** Whether a patient may be one of some people; somebody unknown may. */
function mayBe(who: Somebody | undefined, { sex, ageYears }: EnginePatient): boolean {
  const [from, to] = who?.ageYears ?? [-Infinity, Infinity];
  const isOfSex = who?.sex === undefined || sex === 'unknown' || sex === who.sex;
  return isOfSex && (ageYears === null || (ageYears >= from && ageYears < to));
}

/** Whether a finding can be said of a patient; of somebody unknown it can. */
export const canBeSaidOf = ({ onlyIf }: VocabularyFinding, patient: EnginePatient): boolean =>
  mayBe(onlyIf, patient);

const isTold = ({ presence, kind }: Statement): boolean => presence === 'present' && kind === 'text';

/** What the length of the illness makes of a complaint: a new headache. Only where the patient's age is known. */
function ofIllness(statements: readonly Statement[], duration: string, vocabulary: Terminology): Statement[] {
  const { findings, rules } = vocabulary;
  const told = statements.filter(isTold);
  const found = new Map<string, Statement>();
  for (const said of told)
    for (const complaint of [said.findingId, ...ancestorsOf(said.findingId, vocabulary)])
      for (const { gives, lasting, unless = [] } of rules.qualified[complaint] ?? []) {
        if (lasting?.includes(duration) !== true || found.has(gives) || !findings.has(gives)) continue;
        if (told.some(({ findingId }) => unless.includes(findingId))) continue;
        found.set(gives, { ...said, findingId: gives, specificity: said.specificity + 1 });
      }
  return [...found.values()];
}

/**
 * Statements as the patient has them: what cannot be said of the patient's age and sex is left out, and what the length
 * of the illness makes of a complaint is added. What was read by its words alone is left out as well where the diseases that it speaks for
 * cannot befall the patient: a woman of 74 is no small baby. An unknown age excludes nothing and adds nothing.
 * @param duration state of the illness's duration, if the text gives one
 */
export function asPatientHas(
  statements: readonly Statement[],
  patient: EnginePatient,
  duration: string | undefined,
  vocabulary: Terminology,
): Statement[] {
  const more =
    duration === undefined || patient.ageYears === null ? [] : ofIllness(statements, duration, vocabulary);
  return [...statements, ...more].filter(({ findingId, isAlike }) => {
    const finding = vocabulary.findings.get(findingId);
    if (finding === undefined) return true;
    return canBeSaidOf(finding, patient) && (isAlike !== true || mayBe(finding.befalls, patient));
  });
}
