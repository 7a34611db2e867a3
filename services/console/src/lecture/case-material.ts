import type { CaseBody, CaseForecast } from '../api/types';
import { MOST_PICKED, type Offer } from './question-draft';

type Verdict = NonNullable<CaseBody['choices']>[number][number]['verdict'];

/** A line of the engine's list. */
export interface EngineLine {
  readonly name: string;
  readonly probability: number;
}

/** What a stage of a case offers to ask about. */
export interface StageMaterial extends Offer {
  readonly kind: CaseBody['stages'][number]['stage'];
  /** Of tests that the case judges; nobody but the teacher sees them before they are shown. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** What the engine would say, the likeliest first; to be taken as the list in which an error is planted. */
  readonly engine: readonly EngineLine[];
  /** A list with an error in it that the case brings for this stage. */
  readonly drill: NonNullable<CaseBody['drill']> | null;
}

const MOST_TESTS = 6;
const MOST_FINDINGS = 6;
const MOST_LINES = 5;

/**
 * What each stage offers: the tests that the case judges, else the engine's best ones; the findings that the stages after
 * it bring to light; the engine's list.
 */
export const materialOf = (
  { stages, choices, drill }: CaseBody,
  forecast: CaseForecast | undefined,
): StageMaterial[] =>
  stages.map(({ stage }, at) => {
    const judged = choices?.[at] ?? [];
    const told = forecast?.stages[at];
    const best = (told?.nextTests ?? []).slice(0, MOST_TESTS).map(({ testId }) => testId);
    return {
      kind: stage,
      tests: judged.length > 0 ? judged.map(({ testId }) => testId).slice(0, MOST_PICKED) : best,
      findings: laterFindings(stages, at),
      verdicts: new Map(judged.map(({ testId, verdict }) => [testId, verdict])),
      engine: (told?.differential ?? [])
        .slice(0, MOST_LINES)
        .map(({ name, probability }) => ({ name, probability })),
      drill: drill?.stageNo === at + 1 ? drill : null,
    };
  });

/** What comes to light after a stage and was not known by then; of the next stage first. */
function laterFindings(stages: CaseBody['stages'], at: number): string[] {
  const known = new Set(stages.slice(0, at + 1).flatMap(({ findings = {} }) => Object.keys(findings)));
  const later = stages.slice(at + 1).flatMap(({ findings = {} }) => Object.keys(findings));
  return [...new Set(later)].filter((id) => !known.has(id)).slice(0, MOST_FINDINGS);
}
