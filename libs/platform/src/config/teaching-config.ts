import { z } from 'zod';
import { Flag, readEnvironment } from './environment';
import { ServiceEnvironment } from './service-config';

const DAY_SECONDS = 86_400;
const TWO_YEARS_SECONDS = 2 * 365 * DAY_SECONDS;
/** May be shortened, not lengthened. */
const atMost = (seconds: number) => z.coerce.number().int().min(DAY_SECONDS).max(seconds).default(seconds);

export const TeachingEnvironment = z.object({
  ...ServiceEnvironment.shape,
  /** The embedded default: one person, so that nobody else is there to read a case before it is published. */
  EMBEDDED: Flag,
  /** How long a learner is kept who is not seen any more. */
  RETENTION_LEARNER_SECONDS: atMost(TWO_YEARS_SECONDS),
  /** How long a class is kept after it was archived. */
  RETENTION_CLASS_SECONDS: atMost(TWO_YEARS_SECONDS),
  /** How long people, answers and scores of a room are kept after its end. */
  RETENTION_ROOM_PEOPLE_SECONDS: atMost(90 * DAY_SECONDS),
  /** How long what somebody said in a room is kept. */
  RETENTION_COMMENT_SECONDS: atMost(180 * DAY_SECONDS),
  /** How long a room with its counts is kept after its end. */
  RETENTION_ROOM_SECONDS: atMost(400 * DAY_SECONDS),
  /** How long the engine's lists for a case are kept that nobody looks at. */
  RETENTION_FORECAST_SECONDS: atMost(400 * DAY_SECONDS),
});
export type TeachingConfig = z.output<typeof TeachingEnvironment>;
export const readTeachingConfig = (): TeachingConfig => readEnvironment(TeachingEnvironment);
