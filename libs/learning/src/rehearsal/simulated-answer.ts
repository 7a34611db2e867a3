import { type Answer } from '../answers/answer';
import { type Task } from '../answers/task';
import { type CaseOpinion } from './opinion';
import { type ChoiceAsked, simulatedChoice, simulatedError } from './simulated-choice';
import { simulatedList } from './simulated-list';
import { type SimulatedStudent } from './simulated-student';

/** What simulated students know when a round asks them. */
export interface Asked extends ChoiceAsked {
  readonly language: 'en' | 'zh';
  /** Stages at which lists were asked so far, rising, that of this round last. */
  readonly stageNos: readonly number[];
  /** Null where neither engine nor key says anything. */
  readonly opinion: CaseOpinion | null;
  readonly planted: Parameters<typeof simulatedError>[3];
}

/**
 * What a simulated student answers to a task: the same for the same student and question.
 *
 * @returns null for none. A sentence in one's own words is never answered: one that a program puts together would practise
 *   nothing, and nobody could tell it from a student's.
 */
export function simulatedAnswer(student: SimulatedStudent, task: Task, asked: Asked): Answer | null {
  switch (task.task) {
    case 'differential':
      return asked.opinion === null ? null : simulatedList(student, asked.opinion, asked);
    case 'find-error':
      return simulatedError(student, task.spec, asked.seed, asked.planted);
    case 'representation':
      return null;
    default:
      return simulatedChoice(student, task.spec, asked);
  }
}
