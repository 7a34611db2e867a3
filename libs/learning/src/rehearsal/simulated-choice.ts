import { type ChoiceAnswer, ERROR_KINDS, type ErrorAnswer, type ErrorKind } from '../answers/answer';
import { type ChoiceSpec, type ErrorSpec, NO_TEST_YET } from '../answers/task';
import { drawn, drawsOf } from './draws';
import { type SimulatedStudent } from './simulated-student';

/** How often a bias has its way in a choice. */
const HAS_ITS_WAY = 0.8;

/** How sharply those who think prefer what tells more. */
const PREFERENCE = 3;
/** What even the least telling option is worth to somebody. */
const LEAST_MERIT = 0.02;

/** Of several that may be chosen, who takes a second one. */
const TAKES_A_SECOND = 0.4;

/** How often the planted error is found, and recognised for what it is. */
const FINDS = { calibrated: 0.75, others: 0.45 };
const RECOGNISES = 0.8;

/** What is asked, beside the options themselves. */
export interface ChoiceAsked {
  /** Of the question, so that a class has one opinion of an option of which nothing is known. */
  readonly seed: string;
  /** What an option is worth, from 0 to 1, one that is missing nothing; empty where nobody knows of any. */
  readonly merits: ReadonlyMap<string, number>;
}

/**
 * What a student chooses. Those who have closed the case test no more, those to whom the familiar comes first take the
 * first, those who neglect base rates take any; the rest prefer what is worth more, the calibrated the best.
 */
export function simulatedChoice(
  student: SimulatedStudent,
  { options, several }: ChoiceSpec,
  { seed, merits }: ChoiceAsked,
): ChoiceAnswer {
  const draw = drawsOf(`${student.seed} choice ${seed}`);
  const ids = options.map(({ id }) => id);
  const worth = (id: string): number =>
    Math.max(LEAST_MERIT, merits.size === 0 ? drawsOf(`${seed} ${id}`)() : (merits.get(id) ?? 0));
  const first = chosenFirst();
  const rest = ids.filter((id) => id !== first && id !== NO_TEST_YET);
  const second =
    several && first !== NO_TEST_YET && draw() < TAKES_A_SECOND ? drawn(rest, worth, draw) : undefined;
  return { kind: 'choice', optionIds: second === undefined ? [first] : [first, second] };

  function chosenFirst(): string {
    const own = byBias();
    return own ?? drawn(ids, (id) => worth(id) ** PREFERENCE, draw) ?? NO_TEST_YET;
  }

  function byBias(): string | undefined {
    const hasItsWay = draw() < HAS_ITS_WAY;
    switch (student.bias) {
      case 'calibrated':
        return ids.reduce((best, id) => (worth(id) > worth(best) ? id : best));
      case 'premature-closure':
        return hasItsWay ? ids.find((id) => id === NO_TEST_YET) : undefined;
      case 'availability':
        return hasItsWay ? ids[0] : undefined;
      case 'base-rate-neglect':
        return ids[Math.floor(draw() * ids.length)];
      default:
        return undefined;
    }
  }
}

/** Where a student sees the planted error. */
export function simulatedError(
  student: SimulatedStudent,
  { lines }: ErrorSpec,
  seed: string,
  planted: { readonly lineId: string; readonly errorKind: ErrorKind } | null,
): ErrorAnswer {
  const draw = drawsOf(`${student.seed} error ${seed}`);
  const any = <Item>(items: readonly Item[], otherwise: Item): Item =>
    items[Math.floor(draw() * items.length)] ?? otherwise;
  const finds = draw() < (student.bias === 'calibrated' ? FINDS.calibrated : FINDS.others);
  const lineId = finds && planted !== null ? planted.lineId : any(lines, { id: '' }).id;
  const recognises = draw() < RECOGNISES && planted?.lineId === lineId;
  return {
    kind: 'error',
    lineId,
    errorKind: recognises ? planted.errorKind : any(ERROR_KINDS, ERROR_KINDS[0]),
  };
}
