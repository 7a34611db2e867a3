/** What a test does and what treating is worth. Benefit, harm and risk stand on one scale of utility, 0..1. */
export interface ThresholdInput {
  /** P(positive | disease). */
  readonly sensitivity: number;
  /** P(negative | no disease). */
  readonly specificity: number;
  /** Net benefit of treating a patient who has the disease. */
  readonly benefit: number;
  /** Net harm of treating a patient who does not. */
  readonly harm: number;
  /** Net harm of the test itself. */
  readonly testRisk: number;
}

export interface DecisionThresholds {
  /** Below this probability neither test nor treat. */
  readonly test: number;
  /** Above this probability treat without testing. */
  readonly treat: number;
  /** Whether there is a range between the two at all: a poor or risky test is never worth doing. */
  readonly testWorthwhile: boolean;
}

/**
 * The testing and the test-treatment threshold of Pauker and Kassirer, "The threshold approach to clinical decision
 * making", N Engl J Med 1980:
 * `P_test = (P(+|no) H + Rt) / (P(+|no) H + P(+|d) B)`, `P_treat = (P(-|no) H - Rt) / (P(-|no) H + P(-|d) B)`,
 * both kept within 0..1.
 *
 * @throws RangeError where a value lies outside 0..1, or benefit or harm is 0
 */
export function decisionThresholds(input: ThresholdInput): DecisionThresholds {
  checkUtilities(input);
  const { sensitivity, specificity, benefit, harm, testRisk } = input;
  const falsePositive = (1 - specificity) * harm;
  const trueNegative = specificity * harm;
  const test = ratio(falsePositive + testRisk, falsePositive + sensitivity * benefit, 1);
  const treat = ratio(trueNegative - testRisk, trueNegative + (1 - sensitivity) * benefit, 0);
  return { test, treat, testWorthwhile: test < treat };
}

/**
 * The probability above which to treat where no test can be had: `H / (H + B)`, the threshold at which treating and
 * not treating are worth the same (Pauker and Kassirer, "Therapeutic decision making: a cost-benefit analysis",
 * N Engl J Med 1975).
 *
 * @throws RangeError where a value is not in (0, 1]
 */
export function treatmentThreshold({ benefit, harm }: Pick<ThresholdInput, 'benefit' | 'harm'>): number {
  checkUtilities({ benefit, harm });
  return harm / (harm + benefit);
}

/**
 * A quotient kept within 0..1. Where the denominator is 0 the test always gives the same result and tells nothing:
 * `worthless` then closes the range between the thresholds.
 */
function ratio(numerator: number, denominator: number, worthless: 0 | 1): number {
  return denominator > 0 ? Math.min(1, Math.max(0, numerator / denominator)) : worthless;
}

function checkUtilities(input: Partial<ThresholdInput>): void {
  const faults = Object.entries(input).filter(([name, value]) => {
    const positive = name === 'benefit' || name === 'harm';
    return !(value <= 1 && (positive ? value > 0 : value >= 0));
  });
  if (faults.length === 0) return;
  throw new RangeError(`out of range: ${faults.map(([name, value]) => `${name} ${value}`).join(', ')}`);
}
