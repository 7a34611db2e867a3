import { type Option } from '@openrounds/assessment-formats';
import { type CaseBody } from '@openrounds/contracts';
import {
  bothWays,
  bothWith,
  ENOUGH_WRONG,
  FEWEST_WRONG,
  frameOf,
  inOrder,
  MOST_WRONG,
  nameOf,
  spoken,
  type QuestionMaker,
} from './case-frame';
import { FEEDBACK, ON_THE_LIST } from './question-words';

/** Whether the author names wrong options enough. */
export const namesEnough = ({ key }: CaseBody): boolean => alternativesOf(key).length >= ENOUGH_WRONG;

const alternativesOf = ({ diagnosis, acceptable, alternatives }: CaseBody['key']) =>
  alternatives.filter(({ id }) => id !== diagnosis && !acceptable.includes(id));

/** Single best answer: the author's diagnosis among the author's alternatives, filled up from the engine's list. */
export const diagnosisQuestion: QuestionMaker = (given, { diseases }) => {
  const { body } = given.told;
  const { diagnosis, acceptable, alternatives } = body.key;
  const right = new Set([diagnosis, ...acceptable]);
  const option = (id: string): Pick<Option, 'id' | 'text'> => ({ id, text: nameOf(diseases, id) });
  const named = alternativesOf(body.key)
    .slice(0, MOST_WRONG)
    .map(({ id, why }): Option => ({ ...option(id), right: false, feedback: spoken(why) }));
  const taken = new Set([...right, ...alternatives.map(({ id }) => id)]);
  const listed = (given.forecast?.stages.at(-1)?.differential ?? [])
    .filter(({ diseaseId }) => !taken.has(diseaseId))
    .slice(0, Math.max(0, ENOUGH_WRONG - named.length))
    .map(({ diseaseId, probability }): Option => ({
      ...option(diseaseId),
      right: false,
      feedback: bothWith(ON_THE_LIST, probability),
    }));
  const wrong = [...named, ...listed];
  if (wrong.length < FEWEST_WRONG) return 'too-few-options';
  const key: Option = { ...option(diagnosis), right: true, feedback: bothWays(FEEDBACK.key) };
  return {
    ...frameOf(given, 'diagnosis', 'diagnosis', body.stages.length),
    response: { kind: 'single', options: inOrder([key, ...wrong]) },
  };
};
