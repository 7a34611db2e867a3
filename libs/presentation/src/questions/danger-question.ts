import { type Option } from '@openrounds/assessment-formats';
import { type CaseBody } from '@openrounds/contracts';
import { type Disease } from '@openrounds/knowledge';
import {
  bothWays,
  ENOUGH_WRONG,
  FEWEST_WRONG,
  frameOf,
  inOrder,
  MOST_WRONG,
  nameOf,
  spoken,
  type QuestionMaker,
} from './case-frame';
import { FEEDBACK } from './question-words';

/**
 * Several answers, after the first stage: what the author says must be considered. Wrong is what the author sets beside the diagnosis, or what is
 * common with the problem, as far as neither the author nor the knowledge base counts it among the dangers.
 */
export const dangerQuestion: QuestionMaker = (given, { diseases, problems }) => {
  const { body } = given.told;
  const { diagnosis, acceptable, alternatives, mustConsider } = body.key;
  const problem = problems.get(body.presentingProblem);
  const dangers = new Set([...mustConsider, ...(problem?.mustNotMiss ?? [])]);
  const notWrong = new Set([...dangers, diagnosis, ...acceptable]);
  const option = (id: string): Pick<Option, 'id' | 'text'> => ({ id, text: nameOf(diseases, id) });
  const beside = alternatives
    .filter(({ id }) => !notWrong.has(id) && isHarmless(diseases.get(id)))
    .slice(0, MOST_WRONG)
    .map(({ id }): Option => ({ ...option(id), right: false, feedback: bothWays(FEEDBACK.lessUrgent) }));
  const taken = new Set([...notWrong, ...alternatives.map(({ id }) => id)]);
  const common = (problem?.common ?? [])
    .filter((id) => !taken.has(id) && isHarmless(diseases.get(id)) && canHave(diseases.get(id), body))
    .slice(0, Math.max(0, ENOUGH_WRONG - beside.length))
    .map((id): Option => ({ ...option(id), right: false, feedback: bothWays(FEEDBACK.common) }));
  const wrong = [...beside, ...common];
  if (mustConsider.length === 0 || wrong.length < FEWEST_WRONG) return 'too-few-options';
  const right = [...new Set(mustConsider)].map((id): Option => {
    const why = diseases.get(id)?.mustNotMiss?.why;
    const feared = why?.zh === undefined ? undefined : spoken(why);
    return { ...option(id), right: true, feedback: feared ?? bothWays(FEEDBACK.danger) };
  });
  return {
    ...frameOf(given, 'must-not-miss', 'must-not-miss', 1),
    response: { kind: 'several', options: inOrder([...right, ...wrong]) },
  };
};

/** Not feared anywhere: what the knowledge base counts among the dangers of another problem is no wrong option here. */
const isHarmless = (disease: Disease | undefined): boolean =>
  disease !== undefined && disease.mustNotMiss === undefined;

/** Whether somebody of this sex, pregnant or not, can have the disease. */
function canHave(disease: Disease | undefined, { patient }: CaseBody): boolean {
  const { sex = patient.sex, pregnant = false } = disease?.restrict ?? {};
  return sex === patient.sex && (!pregnant || patient.pregnant === true);
}
