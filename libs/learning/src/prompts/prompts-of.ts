import { type CalibrationPair } from '../calibration/calibration-pair';
import { anchoring } from './anchoring';
import { baseRateNeglect } from './base-rate-neglect';
import { dangerMissed } from './danger-missed';
import { type CaseEvidence, type Commit, commitsByStage, evidenceAt, type History } from './history';
import { type Step } from './moved-list';
import { overconfidence } from './overconfidence';
import { prematureClosure } from './premature-closure';
import { MOST_PROMPTS, type Prompt, PROMPT_ORDER } from './prompt';
import { testChoice } from './test-choice';

/**
 * The questions to ask one person about a case, after the diagnosis: each kind once, where it fired first, and at most
 * three, in the order of {@link PROMPT_ORDER}. Most follow Croskerry's list of cognitive dispositions to respond (2003,
 * Acad Med 78:775–780); the limits are ours. They are questions, never part of a mark.
 *
 * @param pairs of the person's cases so far, this one among them
 * @throws RangeError for a commit at a stage of which the evidence says nothing
 */
export function promptsOf(
  history: History,
  evidence: CaseEvidence,
  pairs: readonly CalibrationPair[],
): Prompt[] {
  const commits = commitsByStage(history);
  const [first] = commits;
  if (first === undefined) return [];
  const fired = [
    dangerMissed(commits, evidence),
    ...stepsOf(commits, evidence).flatMap(({ step, stageNo }) => [
      prematureClosure(step, evidence, stageNo),
      anchoring(first.list, step, stageNo),
    ]),
    baseRateNeglect(first, evidence),
    ...history.choices.map((choice) => {
      const list = commits.findLast(({ stageNo }) => stageNo <= choice.stageNo)?.list;
      return list === undefined ? null : testChoice(choice, list);
    }),
    overconfidence(pairs),
  ];
  return PROMPT_ORDER.flatMap((code) => fired.find((prompt) => prompt?.code === code) ?? []).slice(
    0,
    MOST_PROMPTS,
  );
}

function stepsOf(commits: readonly Commit[], evidence: CaseEvidence): { step: Step; stageNo: number }[] {
  return commits.slice(1).flatMap(({ stageNo, list }, at) => {
    const before = commits[at];
    if (before === undefined) return [];
    const [from, to] = [evidenceAt(evidence, before.stageNo), evidenceAt(evidence, stageNo)];
    return [{ step: { before: before.list, now: list, from, to }, stageNo }];
  });
}
