import { type CaseKey, OTHER_CELLS } from '../scores/stated-list';
import { type CaseEvidence, type StageEvidence } from '../prompts/history';

/** What simulated students know of a stage. */
export interface StageOpinion extends StageEvidence {
  /** By disease, the probability after this stage, as it is shown; what is left of 1 is Other. */
  readonly probabilities: ReadonlyMap<string, number>;
}

/** What simulated students' lists are drawn around. */
export interface CaseOpinion extends Pick<CaseEvidence, 'mustConsider' | 'priors'> {
  /** In order of `stageNo`. */
  readonly stages: readonly StageOpinion[];
}

/** A case's key, as far as lists can be made of it. */
export interface WholeKey extends CaseKey {
  readonly alternatives: readonly string[];
  readonly mustConsider: readonly string[];
  /** The teacher's list after each stage, in per cent, where there is one. */
  readonly perStage: readonly ReadonlyMap<string, number>[];
}

/** How many times likelier the diagnosis is than each of its alternatives, in a list made of a key alone. */
const KEY_AGAINST_ALTERNATIVE = 2;

/** What such a list leaves to Other. */
const OTHER = 0.15;

/**
 * An opinion where the engine has none: the teacher's list of each stage, else the diagnosis before its alternatives, the
 * same at every stage. Nothing is known then of how common a disease is.
 */
export function opinionOfKey(key: WholeKey, stages: number): CaseOpinion {
  const plain = sharesOf(key);
  return {
    mustConsider: key.mustConsider,
    priors: new Map(),
    stages: Array.from({ length: stages }, (_, at): StageOpinion => {
      const own = key.perStage[at];
      const probabilities =
        own === undefined || own.size === 0
          ? plain
          : new Map([...own].map(([id, percent]) => [id, percent / 100]));
      return {
        stageNo: at + 1,
        probabilities,
        scores: scoresOf(probabilities),
        excluded: new Set(),
      };
    }),
  };
}

function sharesOf({ diagnosis, acceptable, alternatives, mustConsider }: WholeKey): Map<string, number> {
  const rivals = [...new Set([...acceptable, ...alternatives, ...mustConsider])].filter(
    (id) => id !== diagnosis,
  );
  const share = (1 - OTHER) / (KEY_AGAINST_ALTERNATIVE + rivals.length);
  return new Map([[diagnosis, KEY_AGAINST_ALTERNATIVE * share], ...rivals.map((id) => [id, share] as const)]);
}

/** Natural log odds against Other, of which a hair is always left. */
function scoresOf(probabilities: ReadonlyMap<string, number>): Map<string, number> {
  const named = [...probabilities.values()].reduce((sum, one) => sum + one, 0);
  const other = Math.max(1 - named, 1 / (100 * OTHER_CELLS));
  return new Map([...probabilities].map(([id, probability]) => [id, Math.log(probability / other)]));
}
