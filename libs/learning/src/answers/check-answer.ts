import {
  type Answer,
  type ChoiceAnswer,
  ERROR_KINDS,
  type ErrorAnswer,
  LONGEST,
  type TextAnswer,
} from './answer';
import { differentialIssues } from './check-differential';
import { type Issue, repeated, unfitText } from './issue';
import { type ChoiceSpec, type ErrorSpec, type Task } from './task';

/**
 * What is wrong with an answer to a task; an empty list means valid. Pointers are relative to the answer.
 *
 * @param knowsDisease whether an id is one of the case's knowledge version
 */
export function answerIssues(
  answer: Answer,
  task: Task,
  knowsDisease: (diseaseId: string) => boolean,
): Issue[] {
  switch (task.task) {
    case 'differential':
      return answer.kind === 'differential' ? differentialIssues(answer, knowsDisease) : WRONG_KIND;
    case 'next-test':
    case 'next-question':
    case 'vote':
      return answer.kind === 'choice' ? choiceIssues(answer, task.spec) : WRONG_KIND;
    case 'find-error':
      return answer.kind === 'error' ? errorIssues(answer, task.spec) : WRONG_KIND;
    case 'representation':
      return answer.kind === 'text' ? textIssues(answer) : WRONG_KIND;
  }
}

const WRONG_KIND: Issue[] = [{ pointer: '/kind', code: 'wrong-kind' }];

function choiceIssues({ optionIds }: ChoiceAnswer, { options, several }: ChoiceSpec): Issue[] {
  if (optionIds.length === 0) return [{ pointer: '/optionIds', code: 'too-few' }];
  if (optionIds.length > 1 && !several) return [{ pointer: '/optionIds', code: 'too-many' }];
  const known = new Set(options.map(({ id }) => id));
  const unknown = optionIds.flatMap((id, index): Issue[] =>
    known.has(id) ? [] : [{ pointer: `/optionIds/${index}`, code: 'unknown' }],
  );
  return [...unknown, ...repeated(optionIds, (index) => `/optionIds/${index}`)];
}

function errorIssues({ lineId, errorKind, why }: ErrorAnswer, { lines }: ErrorSpec): Issue[] {
  const issues: Issue[] = [];
  if (!lines.some(({ id }) => id === lineId)) issues.push({ pointer: '/lineId', code: 'unknown' });
  if (!ERROR_KINDS.includes(errorKind)) issues.push({ pointer: '/errorKind', code: 'unknown' });
  if (why !== undefined && why.length > LONGEST.why) issues.push({ pointer: '/why', code: 'too-long' });
  return issues;
}

function textIssues({ text }: TextAnswer): Issue[] {
  return unfitText(text, LONGEST.text, '/text');
}
