import { type Score } from '../scores/score';

/** By how much a team beat the mean of its members; more than 0 where it did, as lower scores are better. */
export interface TeamGain {
  /** Members who had committed alone. */
  readonly members: number;
  /** Nats. */
  readonly logScore: number;
  readonly brier: number;
}

/**
 * Mean score of the members minus the score of the team.
 *
 * @returns null where no member committed alone
 */
export function teamGain(team: Score, members: readonly Score[]): TeamGain | null {
  if (members.length === 0) return null;
  const mean = (figure: (score: Score) => number): number =>
    members.reduce((sum, score) => sum + figure(score), 0) / members.length;
  return {
    members: members.length,
    logScore: mean((score) => score.logScore) - team.logScore,
    brier: mean((score) => score.brier) - team.brier,
  };
}
