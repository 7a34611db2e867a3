import { z } from 'zod';
import { Flag, readEnvironment } from './environment';
import { ServiceEnvironment } from './service-config';

export const TeachingEnvironment = z.object({
  ...ServiceEnvironment.shape,
  /** The embedded default: one person, so that nobody else is there to read a case before it is published. */
  EMBEDDED: Flag,
});
export type TeachingConfig = z.output<typeof TeachingEnvironment>;
export const readTeachingConfig = (): TeachingConfig => readEnvironment(TeachingEnvironment);
