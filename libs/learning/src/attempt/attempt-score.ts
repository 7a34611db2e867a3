import { scoreOf, SCORE_VERSION } from '../scores/score';
import { ALL_POINTS, ENTRIES } from '../answers/answer';
import { type CaseKey, OTHER_CELLS } from '../scores/stated-list';
import { type Attempt, commitsOf, listOf } from './attempt';

/** Most points that one diagnosis can have: the other lines and Other hold at least 1 each. */
const MOST_POINTS = ALL_POINTS - ENTRIES.min;
/** The log scores of the best list on one diagnosis (−ln 0.97 = 0.030) and of the worst that can be stated (ln 2000 = 7.60). */
const BEST = -Math.log(MOST_POINTS / ALL_POINTS);
const WORST = Math.log(ALL_POINTS * OTHER_CELLS);

/** Which lists of an attempt count. */
export type ScoredStages = 'last' | 'all';

/** What the list after one stage gave; null where none was committed. */
export interface StagePart {
  readonly no: number;
  /** 0 to 1. */
  readonly part: number;
  readonly counts: boolean;
  readonly scoreVersion: number;
  readonly logScore: number | null;
  readonly brier: number | null;
  readonly right: boolean | null;
  readonly keyPoints: number | null;
}

export interface AttemptScore {
  /** 0 to 1: the mean of the parts that count. */
  readonly value: number;
  readonly stages: readonly StagePart[];
}

/**
 * A log score on a line from 0 (the worst that can be stated) to 1 (97 points on the diagnosis). A line keeps the score proper
 * (Gneiting and Raftery 2007, J Am Stat Assoc 102:359–378): who states what they believe expects the most. Only where points
 * on several accepted diagnoses come to more than 97 is it cut off.
 *
 * @param logScore in nats
 */
export const partOf = (logScore: number): number =>
  Math.min(1, Math.max(0, (WORST - logScore) / (WORST - BEST)));

/** The score of an attempt against the teacher's key. A stage without a list gives 0. */
export function scoreAttempt(attempt: Attempt, key: CaseKey, scored: ScoredStages): AttemptScore {
  const commits = commitsOf(attempt);
  const stages = Array.from({ length: attempt.stages }, (_, at): StagePart => {
    const commit = commits[at];
    const head = { no: at + 1, counts: scored === 'all' || at + 1 === attempt.stages };
    if (commit === undefined)
      return {
        ...head,
        ...{
          part: 0,
          scoreVersion: SCORE_VERSION,
          logScore: null,
          brier: null,
          right: null,
          keyPoints: null,
        },
      };
    const score = scoreOf(listOf(commit), key);
    return { ...head, ...score, part: partOf(score.logScore) };
  });
  const counted = stages.filter(({ counts }) => counts);
  return { value: counted.reduce((sum, { part }) => sum + part, 0) / counted.length, stages };
}

/**
 * The attempt that counts: of those that are over the best (the first of equals) or the last; where none is over, the last.
 *
 * @param attempts in the order in which they were begun
 */
export function countedAttempt<T extends { readonly isOver: boolean; readonly value: number }>(
  attempts: readonly T[],
  rule: 'best' | 'last',
): T | undefined {
  const over = attempts.filter(({ isOver }) => isOver);
  if (over.length === 0 || rule === 'last') return (over.length === 0 ? attempts : over).at(-1);
  return over.reduce((best, each) => (each.value > best.value ? each : best));
}
