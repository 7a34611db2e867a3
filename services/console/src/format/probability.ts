import { type Locale, NARROW_SPACE } from './locale';

const LOWEST_SHOWN = 0.001;
const HIGHEST_SHOWN = 0.99;

const percentSign = (locale: Locale): string => (locale === 'en' ? `${NARROW_SPACE}%` : '%');

/** The digits before the percent sign: at most two significant figures, never 0, never 100. */
function percentDigits(probability: number): string {
  if (probability < LOWEST_SHOWN) return `<${NARROW_SPACE}0.1`;
  if (probability > HIGHEST_SHOWN) return `>${NARROW_SPACE}99`;
  const percent = probability * 100;
  return percent < 1 ? percent.toFixed(1) : percent.toPrecision(2);
}

/**
 * A probability in words fit for a screen: "53 %", "6.9 %", "< 0.1 %", "> 99 %".
 * The data does not carry more than two significant figures, and nothing is ever certain.
 *
 * @param probability 0 to 1
 */
export function formatProbability(probability: number, locale: Locale): string {
  return percentDigits(probability) + percentSign(locale);
}

/** Less than a probability: "< 3.8 %"; never more exact than the smallest that is shown. */
export function formatBelow(probability: number, locale: Locale): string {
  const shown = formatProbability(probability, locale);
  return shown.startsWith('<') ? shown : `<${NARROW_SPACE}${shown}`;
}

/** A span of probabilities: "20 to 72 %", in Chinese "20～72%"; one figure where both ends read the same. */
export function formatProbabilityRange(low: number, high: number, locale: Locale): string {
  const [from, to] = [percentDigits(low), percentDigits(high)];
  const between = locale === 'en' ? ' to ' : '～';
  return (from === to ? to : from + between + to) + percentSign(locale);
}

/** A natural frequency: `count` of `of` patients. */
export interface NaturalFrequency {
  readonly bound: 'about' | 'less-than' | 'more-than';
  readonly count: number;
  readonly of: number;
}

const SIMPLE_DENOMINATORS = [2, 3, 4, 5, 10];
const TOLERANCE = 0.035;

/**
 * The nearest frequency that can be said aloud: 0.53 is about 1 in 2, 0.23 about 1 in 4, 0.013 about 1 in 77.
 * Natural frequencies are understood better than percentages (Gigerenzer and Hoffrage 1995).
 *
 * @param probability 0 to 1
 */
export function naturalFrequency(probability: number): NaturalFrequency {
  if (probability < LOWEST_SHOWN) return { bound: 'less-than', count: 1, of: 1000 };
  if (probability > HIGHEST_SHOWN) return { bound: 'more-than', count: 99, of: 100 };
  if (probability > 0.95) return { bound: 'about', count: Math.round(probability * 100), of: 100 };
  if (probability < 0.15) return { bound: 'about', count: 1, of: twoFigures(1 / probability) };
  for (const of of SIMPLE_DENOMINATORS) {
    const count = Math.round(probability * of);
    if (count > 0 && count < of && Math.abs(count / of - probability) <= TOLERANCE) {
      return { bound: 'about', count, of };
    }
  }
  return { bound: 'about', count: Math.round(probability * 20), of: 20 };
}

function twoFigures(value: number): number {
  return Number(value.toPrecision(2));
}
