import { type Principal } from '@openrounds/contracts';
import { type TeachingRequest } from '../use-cases/teaching-cases';
import { type ApiRequest } from './api-request';
import { jobMeta } from './job-meta';

/** Who asks about teaching cases, by which request, in which language. */
export const teachingRequest = (request: ApiRequest, principal: Principal): TeachingRequest => ({
  principal,
  meta: jobMeta(request, principal),
  language: request.language,
});
