import type { CaseForecast, NewRoom } from './lecture-api';

export const PLANNED_TASKS = ['differential', 'next-test', 'representation'] as const;
export type PlannedTask = (typeof PLANNED_TASKS)[number];

/** What the form asks at one stage. */
export interface StagePlan {
  readonly tasks: readonly PlannedTask[];
  /** As typed; empty for no timer. */
  readonly seconds: string;
}

const MOST_TESTS = 6;
const DEFAULT_SECONDS = '120';

/** A differential at every stage, with two minutes: what most lectures ask. */
export const firstPlan = (stages: number): StagePlan[] =>
  Array.from({ length: stages }, () => ({ tasks: ['differential'], seconds: DEFAULT_SECONDS }));

export const withTask = ({ tasks, seconds }: StagePlan, task: PlannedTask, asked: boolean): StagePlan => ({
  seconds,
  tasks: PLANNED_TASKS.filter((each) => (each === task ? asked : tasks.includes(each))),
});

/** Seconds as a timer takes them; null for none or for what is no time. */
export function secondsOf(typed: string): number | null {
  const seconds = Number(typed);
  return typed.trim() !== '' && Number.isInteger(seconds) && seconds >= 1 ? seconds : null;
}

type Round = NewRoom['rounds'][number];

/**
 * The rounds of a room. A vote on the next test offers the engine's best tests of the stage in the order of their ids, so
 * that their order tells nothing; a stage without tests to choose from asks no such vote.
 */
export function roundsOf(plan: readonly StagePlan[], forecast: CaseForecast | undefined): Round[] {
  return plan.flatMap(({ tasks, seconds }, at) =>
    tasks.flatMap((task): Round[] => {
      const common = { stageNo: at + 1, seconds: secondsOf(seconds) };
      if (task !== 'next-test') return [{ ...common, task: { task } }];
      const options = testsOf(forecast, at).map((id) => ({ id }));
      return options.length < 2 ? [] : [{ ...common, task: { task, spec: { options, several: false } } }];
    }),
  );
}

function testsOf(forecast: CaseForecast | undefined, at: number): string[] {
  const tests = forecast?.stages[at]?.nextTests ?? [];
  return tests
    .slice(0, MOST_TESTS)
    .map(({ testId }) => testId)
    .sort();
}
