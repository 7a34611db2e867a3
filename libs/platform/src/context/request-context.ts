import { AsyncLocalStorage } from 'node:async_hooks';

/** What follows a request through handlers, queues and logs. Never narrative, never identity. */
export interface RequestContext {
  readonly requestId: string;
  readonly traceparent?: string | undefined;
  readonly tenantId?: string | undefined;
  readonly runId?: string | undefined;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** Runs `work` so that everything it awaits, and every log line, knows the context. */
export const withContext = <T>(context: RequestContext, work: () => T): T => storage.run(context, work);

/** The context of the request or job under way; undefined outside one. */
export const currentContext = (): RequestContext | undefined => storage.getStore();
