import { z } from 'zod';
import { CommaList, readEnvironment } from './environment';
import { ServiceEnvironment } from './service-config';

export const ExplanationLogEnvironment = z.object({
  ...ServiceEnvironment.shape,
  /** File that remembers the log's newest head outside the database; every process of the service needs the same one. */
  LOG_HEAD_FILE: z.string(),
  /** Verifier keys of those who may co-sign the log's heads. */
  LOG_WITNESSES: CommaList,
});
export type ExplanationLogConfig = z.output<typeof ExplanationLogEnvironment>;
export const readExplanationLogConfig = (): ExplanationLogConfig =>
  readEnvironment(ExplanationLogEnvironment);
