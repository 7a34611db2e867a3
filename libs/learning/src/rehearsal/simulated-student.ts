import { drawsOf } from './draws';
import { type Bias, type Habit, MIXTURE, type Mixture } from './mixture';

/** One of a simulated class. */
export interface SimulatedStudent {
  /** What everything of this student is drawn from. */
  readonly seed: string;
  /** From 1. */
  readonly no: number;
  readonly bias: Bias;
  readonly habit: Habit;
  /** Sends a first answer, thinks again and sends another. */
  readonly revises: boolean;
}

/** Irrational steps, so that the students of a class spread evenly over the shares (Weyl 1916). */
const GOLDEN = (Math.sqrt(5) - 1) / 2;
const SILVER = Math.SQRT2 - 1;
const BRONZE = Math.sqrt(3) - 1;

/**
 * A student of a class: the same for the same seed and number. Biases and habits are dealt, not drawn, so that a small
 * class, too, is made up as the mixture says.
 *
 * @param seed of the class
 * @param no from 1
 */
export function simulatedStudent(seed: string, no: number, mixture: Mixture = MIXTURE): SimulatedStudent {
  const draw = drawsOf(`${seed} class`);
  const [ofBias, ofHabit, ofRevising] = [draw(), draw(), draw()];
  return {
    seed: `${seed} student ${no}`,
    no,
    bias: dealt(mixture.biases, ofBias + no * GOLDEN),
    habit: dealt(mixture.habits, ofHabit + no * SILVER),
    revises: (ofRevising + no * BRONZE) % 1 < mixture.revising,
  };
}

function dealt<Name extends string>(shares: Readonly<Record<Name, number>>, place: number): Name {
  const names = Object.keys(shares) as Name[];
  let left = place % 1;
  const name = names.find((each) => (left -= shares[each]) < 0) ?? names.at(-1);
  if (name === undefined) throw new RangeError('a mixture of nothing');
  return name;
}
