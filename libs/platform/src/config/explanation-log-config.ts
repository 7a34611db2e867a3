import { z } from 'zod';
import { readEnvironment } from './environment';
import { ServiceEnvironment } from './service-config';

export const ExplanationLogEnvironment = z.object({
  ...ServiceEnvironment.shape,
  /** File that remembers the log's newest head outside the database; every process of the service needs the same one. */
  LOG_HEAD_FILE: z.string(),
});
export type ExplanationLogConfig = z.output<typeof ExplanationLogEnvironment>;
export const readExplanationLogConfig = (): ExplanationLogConfig =>
  readEnvironment(ExplanationLogEnvironment);
