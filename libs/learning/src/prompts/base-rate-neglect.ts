import { twoLeadersOf } from '../scores/stated-list';
import { type CaseEvidence, type Commit, evidenceAt } from './history';
import { type Prompt } from './prompt';

/** As near to the findings alone, and as far from findings with priors, as odds must be. */
const NEAR = 3;
const FAR = 10;

/**
 * The first list weighs its two leaders by the findings alone, as if both were equally common in this setting: their
 * ratio is within a factor of 3 of that of the findings, and a factor of 10 or more from that with the setting's priors.
 */
export function baseRateNeglect({ list, stageNo }: Commit, evidence: CaseEvidence): Prompt | null {
  const leaders = twoLeadersOf(list);
  if (leaders === null) return null;
  const { scores } = evidenceAt(evidence, stageNo);
  const [withSetting, ofPriors] = [logRatio(scores, leaders), logRatio(evidence.priors, leaders)];
  const stated = logRatio(
    new Map(Array.from(list.points, ([diseaseId, points]) => [diseaseId, Math.log(points)])),
    leaders,
  );
  if (withSetting === null || ofPriors === null || stated === null) return null;
  const byFindings = withSetting - ofPriors;
  const neglected =
    Math.abs(stated - byFindings) <= Math.log(NEAR) && Math.abs(stated - withSetting) >= Math.log(FAR);
  if (!neglected) return null;
  return {
    code: 'base-rate-neglect',
    stageNo,
    diseaseIds: leaders,
    stated: Math.exp(stated),
    byFindings: Math.exp(byFindings),
    withSetting: Math.exp(withSetting),
  };
}

/** Difference of two logarithms; null where one is not known. */
function logRatio(
  logs: ReadonlyMap<string, number>,
  [first, second]: readonly [string, string],
): number | null {
  const [one, two] = [logs.get(first), logs.get(second)];
  return one === undefined || two === undefined ? null : one - two;
}
