import { type DifferentialAnswer, type DifferentialEntry, ENTRIES } from '../answers/answer';
import { leaderOf, type StatedList } from '../scores/stated-list';
import { beliefsOf } from './beliefs';
import { drawsOf, type Draws } from './draws';
import { type CaseOpinion } from './opinion';
import { OWN_WORDS } from './own-words';
import { type SimulatedStudent } from './simulated-student';
import { wholePoints } from './whole-points';

/** Powers to which the over- and the underconfident raise what they believe. */
const SURER = 2.2;
const LESS_SURE = 0.45;

/** What the overconfident leave of Other, and the underconfident add to it. */
const OTHER_OF_SURE = 0.2;
const OTHER_OF_UNSURE = 25;
const MOST_OTHER = 90;

/** Points of somebody who has decided; and how far they vary. */
const DECIDED = 84;
const DECIDED_SPREAD = 9;

/**
 * The list that a student commits at the last of the stages at which lists were asked.
 *
 * @param stageNos rising, the one that is asked now last
 * @returns null where there is too little to make a list of
 */
export function simulatedList(
  student: SimulatedStudent,
  opinion: CaseOpinion,
  { stageNos, language }: { readonly stageNos: readonly number[]; readonly language: 'en' | 'zh' },
): DifferentialAnswer | null {
  const beliefs = beliefsOf(student, opinion, stageNos);
  const belief = beliefs.at(-1);
  if (belief === undefined || beliefs.length < stageNos.length) return null;
  const draw = drawsOf(`${student.seed} list ${stageNos.length}`);
  const stated = stateBelief(student, belief, { isFirst: stageNos.length === 1, draw });
  const entries = [...stated.points]
    .sort((one, two) => two[1] - one[1])
    .map(([diseaseId, points]) => ({ diseaseId, points }));
  return {
    kind: 'differential',
    entries: student.bias === 'own-words' ? inOwnWords(entries, language, draw) : entries,
    other: stated.other,
  };
}

/** What is said of a belief: surer, less sure, as decided, or as it is. */
function stateBelief(
  { bias }: SimulatedStudent,
  belief: StatedList,
  { isFirst, draw }: { readonly isFirst: boolean; readonly draw: Draws },
): StatedList {
  switch (bias) {
    case 'overconfidence':
      return raised(belief, SURER, belief.other * OTHER_OF_SURE);
    case 'underconfidence':
      return raised(belief, LESS_SURE, Math.min(MOST_OTHER, belief.other + OTHER_OF_UNSURE));
    case 'premature-closure':
      return isFirst ? belief : decided(belief, DECIDED + Math.floor(draw() * DECIDED_SPREAD));
    default:
      return belief;
  }
}

/** The points raised to a power, with so many left to Other. */
function raised({ points }: StatedList, power: number, other: number): StatedList {
  const weights = new Map([...points].map(([id, own]) => [id, own ** power] as const));
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  return wholePoints(weights, (total * other) / (100 - other));
}

/** Nearly all on the leader; of the others the first two, with what is left. */
function decided(belief: StatedList, stake: number): StatedList {
  const leader = leaderOf(belief) ?? [...belief.points.keys()][0];
  const others = [...belief.points]
    .filter(([id]) => id !== leader)
    .sort((one, two) => two[1] - one[1])
    .slice(0, ENTRIES.min - 1);
  if (leader === undefined) return belief;
  const minor = (100 - stake) / (others.length + 1);
  return wholePoints(new Map([[leader, stake], ...others.map(([id]) => [id, minor] as const)]), minor);
}

/** The second entry, and now and then the last too, in words that match nothing. */
function inOwnWords(
  entries: readonly DifferentialEntry[],
  language: 'en' | 'zh',
  draw: Draws,
): DifferentialEntry[] {
  const words = OWN_WORDS[language];
  const from = Math.floor(draw() * words.length);
  const isBoth = draw() < 1 / 3;
  return entries.map((entry, at) => {
    const text = words[(from + at) % words.length];
    const isWorded = at === 1 || (isBoth && at === entries.length - 1);
    return isWorded && text !== undefined ? { text, points: entry.points } : entry;
  });
}
