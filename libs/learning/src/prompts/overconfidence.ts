import { type CalibrationPair } from '../calibration/calibration-pair';
import { figuresOf } from '../calibration/calibration-curve';
import { type Prompt } from './prompt';

const FEWEST_PAIRS = 20;

/** Points by which what was stated exceeds what was so. */
const EXCESS = 15;

/** Over a person's cases so far, diagnoses got on average 15 points or more than they were so, from 20 on. */
export function overconfidence(pairs: readonly CalibrationPair[]): Prompt | null {
  if (pairs.length < FEWEST_PAIRS) return null;
  const { stated, observed } = figuresOf(pairs);
  // Points are whole and hits counted: rounding must not decide at the limit.
  const excess = Math.round((stated - observed) * 100 * pairs.length) / pairs.length;
  if (excess < EXCESS) return null;
  return { code: 'overconfidence', pairs: pairs.length, stated: stated * 100, observed: observed * 100 };
}
