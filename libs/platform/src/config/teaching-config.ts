import { z } from 'zod';
import { Flag, readEnvironment } from './environment';
import { ServiceEnvironment } from './service-config';

const TWO_YEARS_SECONDS = 2 * 365 * 86_400;
/** May be shortened, not lengthened. */
const atMost = (seconds: number) => z.coerce.number().int().min(86_400).max(seconds).default(seconds);

export const TeachingEnvironment = z.object({
  ...ServiceEnvironment.shape,
  /** The embedded default: one person, so that nobody else is there to read a case before it is published. */
  EMBEDDED: Flag,
  /** How long a learner is kept who is not seen any more. */
  RETENTION_LEARNER_SECONDS: atMost(TWO_YEARS_SECONDS),
  /** How long a class is kept after it was archived. */
  RETENTION_CLASS_SECONDS: atMost(TWO_YEARS_SECONDS),
});
export type TeachingConfig = z.output<typeof TeachingEnvironment>;
export const readTeachingConfig = (): TeachingConfig => readEnvironment(TeachingEnvironment);
