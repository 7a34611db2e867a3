import { AsyncLocalStorage } from 'node:async_hooks';
import { AsyncLocalStorageProviderSingleton } from '@langchain/core/singletons';

// Without a storage LangChain ignores the run tree below. One that is already there is kept.
AsyncLocalStorageProviderSingleton.initializeGlobalInstance(new AsyncLocalStorage());

/**
 * Runs a LangChain call with tracing off. LangChain sends every prompt to a tracing service if certain environment
 * variables are set; the facts of a case must not leave by that door. `runWithConfig` opens a run tree of its own
 * with tracing disabled, which takes precedence over the environment.
 */
export function untraced<T>(call: () => Promise<T>): Promise<T> {
  return AsyncLocalStorageProviderSingleton.runWithConfig({}, call);
}
