import { type TeachingCase } from '../schema/teaching-case';

export type Difficulty = NonNullable<TeachingCase['difficulty']>;

/** A stage of a case, and whether the key, or what is accepted in its place, leads the engine's list after it. */
export interface StageLead {
  readonly stage: TeachingCase['stages'][number]['stage'];
  readonly leads: boolean;
}

/**
 * How hard a case is whose author does not say it: easy where the key leads the engine's list after the history, moderate
 * where it does after the examination, else hard.
 *
 * @param stages in the order in which they are told
 */
export function difficultyByLead(stages: readonly StageLead[]): Difficulty {
  const leadsAfter = (kind: StageLead['stage']): boolean =>
    stages.findLast(({ stage }) => stage === kind)?.leads === true;
  if (leadsAfter('history')) return 'easy';
  return leadsAfter('examination') ? 'moderate' : 'hard';
}
