import { type Interval } from './interval';
import { type BandEnd } from './score-definition';

/** The bands that the values of an interval can fall into, in order. */
export function bandsMet<Band extends BandEnd>(
  bands: readonly Band[],
  { lo, hi }: Interval,
): readonly Band[] {
  return bands.slice(indexOfBand(bands, lo), indexOfBand(bands, hi) + 1);
}

function indexOfBand(bands: readonly BandEnd[], value: number): number {
  const found = bands.findIndex((band) => endsAfter(band, value));
  return found < 0 ? bands.length - 1 : found;
}

function endsAfter({ below, upTo }: BandEnd, value: number): boolean {
  return (below === undefined || value < below) && (upTo === undefined || value <= upTo);
}
