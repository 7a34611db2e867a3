import { LlmFault } from '@openrounds/llm';
import { BusyFault, PermanentFault } from '@openrounds/queue';

/** What another try would not change is final at once; a service that stops leaves the question to the next. */
export function decideFault(error: unknown): never {
  if (!(error instanceof LlmFault) || error.passing) throw error;
  if (error.code === 'aborted') throw new BusyFault(error.message, 0);
  throw new PermanentFault(error.message, { cause: error });
}
