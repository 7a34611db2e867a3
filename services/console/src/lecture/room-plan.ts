import {
  newQuestion,
  NO_OFFER,
  type Offer,
  type PlannedRound,
  type QuestionDraft,
  roundOf,
  type Task,
} from './question-draft';

/** The questions of each stage, in the order in which they are asked. */
export type RoomPlan = readonly (readonly QuestionDraft[])[];

/** As the contract has it. */
export const MOST_QUESTIONS = 40;

/** A differential at every stage, with two minutes: what most lectures ask. */
export const firstPlan = (stages: number): RoomPlan =>
  Array.from({ length: stages }, (_, at) => [newQuestion('differential', at + 1)]);

/** How many questions are asked: in teams every differential twice. */
export const countOf = (plan: RoomPlan, inTeams = false): number =>
  plan.flat().reduce((sum, { task }) => sum + (inTeams && task === 'differential' ? 2 : 1), 0);

const withStage = (plan: RoomPlan, at: number, questions: readonly QuestionDraft[]): RoomPlan =>
  plan.map((stage, place) => (place === at ? questions : stage));

export function withQuestion(plan: RoomPlan, at: number, task: Task): RoomPlan {
  if (countOf(plan) >= MOST_QUESTIONS) return plan;
  const key = Math.max(0, ...plan.flat().map((question) => question.key)) + 1;
  return withStage(plan, at, [...(plan[at] ?? []), newQuestion(task, key)]);
}

export const withChange = (plan: RoomPlan, changed: QuestionDraft): RoomPlan =>
  plan.map((stage) => stage.map((each) => (each.key === changed.key ? changed : each)));

export const withoutQuestion = (plan: RoomPlan, key: number): RoomPlan =>
  plan.map((stage) => stage.filter((each) => each.key !== key));

/** The question one place earlier or later in its stage; where there is no such place the plan stays. */
export function moved(plan: RoomPlan, key: number, by: 1 | -1): RoomPlan {
  return plan.map((stage) => {
    const from = stage.findIndex((each) => each.key === key);
    const [one, other] = [stage[from], stage[from + by]];
    if (one === undefined || other === undefined) return stage;
    return stage.with(from, other).with(from + by, one);
  });
}

/** The rounds of a room, stage after stage. */
export const roundsOf = (plan: RoomPlan, offers: readonly Offer[], language: 'en' | 'zh'): PlannedRound[] =>
  plan.flatMap((stage, at) => stage.map((draft) => roundOf(draft, at + 1, offers[at] ?? NO_OFFER, language)));

const isAskedOfTeams = ({ task }: Pick<QuestionDraft, 'task'>): boolean => task === 'differential';

/** The question that an error of the API points at; `inTeams`: of rounds as {@link withTeams} makes them. */
export function questionAt(plan: RoomPlan, pointer: string, inTeams: boolean): QuestionDraft | undefined {
  const [, place] = /\/rounds\/(\d+)/.exec(pointer) ?? [];
  if (place === undefined) return undefined;
  const asked = plan.flat().flatMap((draft) => (inTeams && isAskedOfTeams(draft) ? [draft, draft] : [draft]));
  return asked[Number(place)];
}

/** The same with every differential asked again, of teams. */
export const withTeams = (rounds: readonly PlannedRound[]): PlannedRound[] =>
  rounds.flatMap((round) =>
    isAskedOfTeams(round.task) ? [round, { ...round, answerBy: 'team' as const }] : [round],
  );

/** As the contract has it. */
const MOST_STUDENTS = 2_000;

/** How many simulated students; null for what is no number of them. */
export function studentsOf(typed: string): number | null {
  const students = Number(typed);
  return Number.isInteger(students) && students >= 1 && students <= MOST_STUDENTS ? students : null;
}

/** As many as a team can have; null for no teams. */
export function teamSizeOf(typed: string): number | null {
  const size = Number(typed);
  return typed.trim() !== '' && Number.isInteger(size) && size >= 2 && size <= 12 ? size : null;
}
