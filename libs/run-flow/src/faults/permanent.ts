import { DomainError } from '@openrounds/contracts';
import { PermanentFault } from '@openrounds/queue';

/** Runs a handler's work; a domain error will be the same at the next try, so there is none. */
export async function permanently<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError) throw new PermanentFault(error.message, { cause: error });
    throw error;
  }
}
