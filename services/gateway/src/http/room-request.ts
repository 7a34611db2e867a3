import { DomainError } from '@openrounds/contracts';
import { type FindRoom } from '../use-cases/rooms/find-room';
import { type InRoom } from '../use-cases/rooms/read-room';
import { type ApiRequest } from './api-request';
import { teachingRequest } from './teaching-request';

/** Which request looks for a room. */
export const roomRequest = ({ id, traceparent }: ApiRequest): Parameters<FindRoom['at']>[1] => ({
  requestId: id,
  traceparent,
});

/** Who is in a room, by the seat or the account that the guard has found. */
export function inRoom(request: ApiRequest): InRoom {
  const { seat, principal, language } = request;
  if (seat !== undefined) {
    return { seat, language, meta: { ...roomRequest(request), tenantId: seat.tenantId } };
  }
  if (principal === undefined) throw new DomainError('unauthenticated');
  return teachingRequest(request, principal);
}

/** Where phones come into a room: at the address of the class where there is one, else at the one the teacher uses. */
export const joinUrlOf =
  ({ protocol, host }: Pick<ApiRequest, 'protocol' | 'host'>, classOrigin: string | null) =>
  (code: string): string =>
    new URL(`/j/${code}`, classOrigin ?? `${protocol}://${host}`).href;
