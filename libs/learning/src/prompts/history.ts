import { acceptedBy, type CaseKey, type StatedList } from '../scores/stated-list';
import { type OutcomeChances } from './bits-on-list';

/** What one person committed to, in order; within a stage the last list counts. */
export interface History {
  readonly commits: readonly Commit[];
  readonly choices: readonly Choice[];
}

/** A differential at a stage. */
export interface Commit {
  readonly stageNo: number;
  readonly list: StatedList;
}

/** A choice of the next test, made with the newest list of this stage or an earlier one in mind. */
export interface Choice {
  readonly stageNo: number;
  readonly chosen: readonly string[];
  readonly options: readonly OfferedOption[];
}

/** An option with what its outcomes would be; null where the knowledge base does not say: then it is not judged. */
export interface OfferedOption {
  readonly optionId: string;
  readonly chances: OutcomeChances | null;
}

/** What the engine says of the case, and what the teacher holds to be the danger. */
export interface CaseEvidence {
  readonly key: CaseKey;
  readonly mustConsider: readonly string[];
  /** By disease, the prior in natural log odds against Other, in the case's setting. */
  readonly priors: ReadonlyMap<string, number>;
  /** In order of `stageNo`. */
  readonly stages: readonly StageEvidence[];
}

/** What stands after the findings of a stage. */
export interface StageEvidence {
  readonly stageNo: number;
  /** By disease, the engine's score: natural log odds against Other, prior and all findings so far. */
  readonly scores: ReadonlyMap<string, number>;
  /** Diseases that the findings so far exclude. */
  readonly excluded: ReadonlySet<string>;
}

/** The last commit of each stage, by stage. */
export function commitsByStage({ commits }: History): Commit[] {
  const last = new Map(commits.map((commit) => [commit.stageNo, commit]));
  return [...last.values()].sort((one, two) => one.stageNo - two.stageNo);
}

/** @throws RangeError for a stage of which the engine said nothing: the caller mixed two cases up */
export function evidenceAt({ stages }: CaseEvidence, stageNo: number): StageEvidence {
  const stage = stages.find((one) => one.stageNo === stageNo);
  if (stage === undefined) throw new RangeError(`there is no evidence for stage ${stageNo}`);
  return stage;
}

/** What counts as having named a disease: for the diagnosis, whatever is accepted in its place too. */
export function namesOf(diseaseId: string, key: CaseKey): readonly string[] {
  const accepted = acceptedBy(key);
  return accepted.has(diseaseId) ? [...accepted] : [diseaseId];
}
