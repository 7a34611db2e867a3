import { type JobMeta, type Principal } from '@openrounds/contracts';
import { type ApiRequest } from './api-request';

/** What a request made on behalf of a caller carries through the queues. */
export const jobMeta = (request: ApiRequest, principal: Principal): JobMeta => ({
  tenantId: principal.tenantId,
  requestId: request.id,
  traceparent: request.traceparent,
});
