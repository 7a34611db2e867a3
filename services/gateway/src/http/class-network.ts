import { DomainError, TEACHERS, type Role } from '@openrounds/contracts';
import { type ApiRequest } from './api-request';
import { isDirectLocal } from './direct-request';

/** What phones in a hall ask for: the page, what belongs to it, their room, and whether the product is there. */
const FOR_PHONES =
  /^\/(?:join|j\/[^/]+|assets\/.+|favicon\.[a-z]+|icon\.svg|health\/.+|v1\/rooms\/[^/]+(?:\/.*)?)$/;

const pathOf = (url: string): string => url.split('?', 1)[0] ?? url;

/**
 * Whether a request comes over the network of a class and wants more than its phones may have. Only who shows a
 * teacher's key gets that.
 */
export const wantsMoreThanPhones = (request: Pick<ApiRequest, 'url' | 'headers' | 'socket'>): boolean =>
  !isDirectLocal(request) && !FOR_PHONES.test(pathOf(request.url));

/** Before any route: without a key there is nothing there. @throws DomainError `not-found` */
export function requireKeyOfTeacher(request: ApiRequest): void {
  const isKeyed = request.url.startsWith('/v1/') && request.headers.authorization !== undefined;
  if (!isKeyed) throw notThere();
  request.teachersOnly = true;
}

/** Behind the guard: the key is a teacher's. @throws DomainError `not-found` */
export function requireTeacher({ teachersOnly, principal }: ApiRequest): void {
  if (teachersOnly !== true) return;
  if (principal === undefined || !(TEACHERS as readonly Role[]).includes(principal.role)) throw notThere();
}

const notThere = (): DomainError =>
  new DomainError('not-found', 'Over the network of a class only rooms are served');
