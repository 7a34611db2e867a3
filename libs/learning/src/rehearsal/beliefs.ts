import { ENTRIES } from '../answers/answer';
import { movedList } from '../prompts/moved-list';
import { leaderOf, type StatedList } from '../scores/stated-list';
import { drawsOf, normal } from './draws';
import { type Bias } from './mixture';
import { type CaseOpinion, type StageOpinion } from './opinion';
import { type SimulatedStudent } from './simulated-student';
import { wholePoints } from './whole-points';

/** How far apart first lists of people with one opinion are: standard deviation of the logarithm of their weights. */
const NOISE = 0.25;

/** As many of the likeliest diseases come to mind. */
const IN_MIND = 12;

/** Points left to Other by somebody who weighs without regard to how common things are. */
const OTHER_OF_NEGLECT = 8;
const OTHER_OF_COMMON = 12;

/** What holding on to the first leader adds to its points, and the most that it then has. */
const HELD = 5;
const MOST_HELD = 90;

/** How much of their difference in commonness somebody feels who names what is common. */
const FELT = 0.5;

/** Who looks for dangers no more once there is a list. */
const CARELESS: ReadonlySet<Bias> = new Set(['availability', 'premature-closure']);

type Weights = ReadonlyMap<string, number>;

/**
 * What a student believes at each stage at which a list was asked, the first first; each list follows from the one before.
 * Fewer than three diseases to think of are no list: then there is none from that stage on.
 */
export function beliefsOf(
  student: SimulatedStudent,
  opinion: CaseOpinion,
  stageNos: readonly number[],
): StatedList[] {
  const stages = stageNos.flatMap((no) => opinion.stages.find(({ stageNo }) => stageNo === no) ?? []);
  const beliefs: StatedList[] = [];
  stages.forEach((stage, at) => {
    const [before, from] = [beliefs.at(-1), stages[at - 1]];
    const belief =
      before === undefined || from === undefined
        ? firstBelief(student, opinion, stage)
        : nextBelief(student, opinion, { first: beliefs[0] ?? before, before, from, to: stage });
    if (belief !== null && beliefs.length === at) beliefs.push(belief);
  });
  return beliefs;
}

function firstBelief(
  student: SimulatedStudent,
  opinion: CaseOpinion,
  stage: StageOpinion,
): StatedList | null {
  const draw = drawsOf(`${student.seed} first list`);
  const noisy = (weights: Weights, noise: number): Weights =>
    new Map([...weights].map(([id, weight]) => [id, weight * Math.exp(noise * normal(draw))]));
  const size = sizeOf(student);
  switch (student.bias) {
    case 'base-rate-neglect': {
      const byFindings = findingsAlone(stage, opinion);
      if (byFindings.size < ENTRIES.min) return likeliest(noisy(stage.probabilities, NOISE));
      // No noise: their two leaders stand to one another as the findings say.
      return listOf(byFindings, heaviest(byFindings, size), OTHER_OF_NEGLECT);
    }
    case 'availability': {
      const common = commonFirst(stage, opinion);
      return listOf(noisy(common, NOISE), heaviest(common, size), OTHER_OF_COMMON);
    }
    default:
      return likeliest(noisy(stage.probabilities, NOISE));
  }

  function likeliest(weights: Weights): StatedList | null {
    const names = withDangers(weights, dangersOf(opinion, stage), size);
    const named = names.reduce((sum, id) => sum + (weights.get(id) ?? 0), 0);
    return names.length < ENTRIES.min
      ? null
      : wholePoints(pick(weights, names), Math.max(0, 1 - Math.min(1, named)));
  }
}

interface NextStep {
  readonly first: StatedList;
  readonly before: StatedList;
  readonly from: StageOpinion;
  readonly to: StageOpinion;
}

/** The own list moved by the evidence; who is anchored gives the first leader back what the evidence took. */
function nextBelief(
  student: SimulatedStudent,
  opinion: CaseOpinion,
  { first, before, from, to }: NextStep,
): StatedList | null {
  const { bias } = student;
  const dangers = CARELESS.has(bias) ? [] : dangersOf(opinion, to);
  // To whom the familiar comes first, nothing new comes to mind.
  const comes = bias === 'availability' ? [] : heaviest(to.probabilities, IN_MIND);
  const inMind = [...before.points.keys(), ...comes, ...dangers];
  const weights = movedTo(inMind);
  const moved = bias === 'premature-closure' ? withoutDangers(weights, opinion) : weights;
  const held = bias === 'anchoring' ? leaderOf(first) : null;
  const kept = held === null ? dangers : [held, ...dangers];
  const names = withDangers(moved, kept, sizeOf(student));
  if (names.length < ENTRIES.min) return null;
  const points = movedTo(names);
  const other = 100 - names.reduce((sum, id) => sum + (points.get(id) ?? 0), 0);
  const list = wholePoints(pick(points, names), Math.max(0, other));
  return held === null ? list : holding(list, held, before);

  function movedTo(ids: readonly string[]): Weights {
    const now = { points: new Map(ids.map((id) => [id, 0] as const)), other: 0 };
    return movedList({ before, now, from, to });
  }
}

function holding(list: StatedList, held: string, before: StatedList): StatedList {
  const stake = Math.min(MOST_HELD, (before.points.get(held) ?? 0) + HELD);
  if ((list.points.get(held) ?? 0) >= stake) return list;
  const rest = 100 - (list.points.get(held) ?? 0);
  const scaled = new Map([...list.points].map(([id, own]) => [id, (own * (100 - stake)) / rest] as const));
  return wholePoints(scaled.set(held, stake), (list.other * (100 - stake)) / rest);
}

/** How long a student's lists are: three to five diseases. */
function sizeOf({ seed }: SimulatedStudent): number {
  return ENTRIES.min + Math.floor(drawsOf(`${seed} size`)() * (ENTRIES.max - ENTRIES.min + 1));
}

/** What is left of a list of which the dangers are let go, but for the leader: that is what is decided on. */
function withoutDangers(weights: Weights, { mustConsider }: CaseOpinion): Weights {
  const [leader] = heaviest(weights, 1);
  const left = [...weights].filter(([id]) => id === leader || !mustConsider.includes(id));
  return left.length < ENTRIES.min ? weights : new Map(left);
}

/** Diseases that must be thought of and that nothing has excluded yet. */
const dangersOf = ({ mustConsider }: CaseOpinion, { excluded }: StageOpinion): string[] =>
  mustConsider.filter((id) => !excluded.has(id));

/** The heaviest and the dangers: one at least that is no danger, and five at most. */
function withDangers(weights: Weights, dangers: readonly string[], size: number): string[] {
  const held = [...new Set(dangers)].slice(0, ENTRIES.max);
  const [leader] = heaviest(weights, 1);
  const must = new Set(held.length < ENTRIES.max && leader !== undefined ? [leader, ...held] : held);
  const names = [...must, ...heaviest(weights, weights.size).filter((id) => !must.has(id))];
  return names.slice(0, Math.max(size, must.size));
}

const heaviest = (weights: Weights, count: number): string[] =>
  [...weights]
    .sort((one, two) => two[1] - one[1] || (one[0] < two[0] ? -1 : 1))
    .slice(0, count)
    .map(([id]) => id);

const pick = (weights: Weights, names: readonly string[]): Weights =>
  new Map(names.map((id) => [id, weights.get(id) ?? 0]));

function listOf(weights: Weights, names: readonly string[], other: number): StatedList | null {
  if (names.length < ENTRIES.min) return null;
  const picked = pick(weights, names);
  const total = [...picked.values()].reduce((sum, weight) => sum + weight, 0);
  return wholePoints(picked, (total * other) / (100 - other));
}

/** By disease, the weight of the findings without the prior. */
function findingsAlone({ scores }: StageOpinion, { priors }: CaseOpinion): Weights {
  return relative(
    [...scores].flatMap(([id, score]) => {
      const prior = priors.get(id);
      return prior === undefined ? [] : [[id, score - prior] as const];
    }),
  );
}

/** Of what comes to mind, the commonest before the rest; where nothing is known of that, the likeliest. */
function commonFirst({ probabilities }: StageOpinion, { priors }: CaseOpinion): Weights {
  const inMind = heaviest(probabilities, IN_MIND).filter((id) => priors.has(id));
  if (inMind.length < ENTRIES.min) return probabilities;
  return relative(inMind.map((id) => [id, FELT * (priors.get(id) ?? 0)] as const));
}

/** Weights of logarithms, the largest 1: none is too large to be a number. */
function relative(logs: readonly (readonly [string, number])[]): Weights {
  const most = Math.max(...logs.map(([, log]) => log));
  return new Map(logs.map(([id, log]) => [id, Math.exp(log - most)]));
}
