import { type Random } from '@openrounds/evaluation';

/** A standard normal deviate (Box and Muller, 1958). */
export const normalDeviate = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** An exponential deviate of this mean. */
export const exponential = (mean: number, random: Random): number => -mean * Math.log(1 - random());
