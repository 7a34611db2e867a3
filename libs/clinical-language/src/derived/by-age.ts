import { type CompiledVocabulary } from '../lexicon/compile';
import { ancestorsOf } from '../merge/contradictions';
import { type Statement } from '../merge/statement';
import { type EnginePatient } from '../model/understanding';

/** Findings whose meaning includes an age: years from which on they can be said of anybody. */
const FROM_AGE: Readonly<Record<string, number>> = {
  'new-headache-over-age-50': 50,
  'fall-from-standing-height-in-older-person': 60,
};
const NEW_HEADACHE = 'new-headache-over-age-50';
const HEADACHE = 'headache';
/** Who knows the headache does not have a new one. */
const KNOWN_HEADACHE = ['previous-similar-headaches', 'previous-similar-episodes'];
/** States of the illness's duration within which a headache is new: up to three months. */
const NEW = new Set(['under-24h', 'days-1-7', 'weeks-1-4', 'months-1-3']);

const isTold = ({ presence, kind }: Statement): boolean => presence === 'present' && kind === 'text';

/** A headache that began within three months in a patient from fifty years on is a finding of its own. */
function newHeadache(
  statements: readonly Statement[],
  duration: string | undefined,
  vocabulary: CompiledVocabulary,
): Statement[] {
  const isHeadache = (id: string): boolean => [id, ...ancestorsOf(id, vocabulary)].includes(HEADACHE);
  const headache = statements.find((said) => isTold(said) && isHeadache(said.findingId));
  const isKnown = statements.some((said) => isTold(said) && KNOWN_HEADACHE.includes(said.findingId));
  const isNew = duration !== undefined && NEW.has(duration) && !isKnown;
  return headache !== undefined && isNew && vocabulary.findings.has(NEW_HEADACHE)
    ? [{ ...headache, findingId: NEW_HEADACHE, specificity: headache.specificity + 1 }]
    : [];
}

/**
 * Statements as the patient's age has them: what can only be said of older people is left out for the others, and what
 * only age makes of a complaint is added. An unknown age excludes nothing and adds nothing.
 * @param duration state of the illness's duration, if the text gives one
 */
export function withAge(
  statements: readonly Statement[],
  { ageYears }: EnginePatient,
  duration: string | undefined,
  vocabulary: CompiledVocabulary,
): Statement[] {
  if (ageYears === null) return [...statements];
  const fits = ({ findingId }: Statement): boolean =>
    ageYears >= (FROM_AGE[findingId] ?? Number.NEGATIVE_INFINITY);
  return [...statements, ...newHeadache(statements, duration, vocabulary)].filter(fits);
}
