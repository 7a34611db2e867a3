import { evaluateScore, scoreInputIssues, type ScoreResult, type ScoreValues } from '@openrounds/ddx-engine';
import { type KnowledgeContent } from '../bundle/knowledge-bundle';
import { lookupOf } from '../bundle/lookup';
import { type Score, type ScoreInputEntry } from '../schema/score';
import { CaseFacts, type ScoreCase } from './case-facts';

/** A score as far as the case answers it. */
export interface FilledScore {
  readonly score: Score;
  readonly values: ScoreValues;
  readonly result: ScoreResult;
}

/**
 * The scores that apply to diseases, filled in with what the case says and computed: a value, or the range that is
 * left open. Left out are scores of which nothing but age and sex is known, and those that were not made for such a
 * patient (a known value lies outside the score's range). No score changes a probability.
 *
 * @param diseaseIds in order of interest; a score stands where its first disease does
 */
export function scoresForCase(
  knowledge: KnowledgeContent,
  diseaseIds: readonly string[],
  theCase: ScoreCase,
): FilledScore[] {
  const { scoresByDisease } = lookupOf(knowledge);
  const facts = new CaseFacts(knowledge, theCase);
  const wanted = new Set(diseaseIds.flatMap((id) => scoresByDisease.get(id) ?? []));
  const ordered = [...wanted].sort((a, b) => Number(isSuperseded(a)) - Number(isSuperseded(b)));
  return ordered.flatMap((score) => {
    const values = fill(score, facts, theCase.patient);
    if (!tellsSomething(score, values) || scoreInputIssues(score, values).length > 0) return [];
    return [{ score, values, result: evaluateScore(score, values) }];
  });
}

/** A score that a newer edition has replaced stands after the others. */
const isSuperseded = ({ supersededBy }: Score): boolean => supersededBy !== undefined;

function fill(score: Score, facts: CaseFacts, patient: ScoreCase['patient']): ScoreValues {
  return Object.fromEntries(score.inputs.map((input) => [input.id, answerOf(input, facts, patient) ?? null]));
}

function answerOf(
  input: ScoreInputEntry,
  facts: CaseFacts,
  patient: ScoreCase['patient'],
): boolean | number | string | undefined {
  const { prefill } = input;
  if (prefill === undefined) return undefined;
  if ('patient' in prefill) return prefill.patient === 'age' ? patient.ageYears : patient.sex;
  if ('quantity' in prefill)
    return input.type === 'number' ? facts.quantity(prefill.quantity, input.unit) : undefined;
  if ('finding' in prefill) return prefill.options[facts.stateOf(prefill.finding) ?? ''];
  const held = prefill.findings.map((outcome) => facts.holds(outcome));
  if (affirms(prefill.presenceAffirms, held)) return true;
  return prefill.absenceDenies && held.every((holds) => holds === false) ? false : undefined;
}

const affirms = (presenceAffirms: boolean | 'together', held: readonly (boolean | undefined)[]): boolean =>
  presenceAffirms === 'together'
    ? held.every((holds) => holds === true)
    : presenceAffirms && held.includes(true);

/** Whether more is known than who the patient is. */
function tellsSomething({ inputs }: Score, values: ScoreValues): boolean {
  return inputs.some(
    ({ id, prefill }) => prefill !== undefined && !('patient' in prefill) && values[id] !== null,
  );
}
