import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type Operation } from '@openrounds/contracts';
import { isSeatIn, type Seat } from '../model/seat';
import { SECURE_COOKIES } from '../settings';
import { Authenticate, type Identity } from '../use-cases/authenticate';
import { FindSeat } from '../use-cases/find-seat';
import { RateLimit } from '../use-cases/rate-limit';
import { type ApiRequest } from './api-request';
import { requireTeacher } from './class-network';
import { isDirectLocal } from './direct-request';
import { seatTokenOf } from './seat-cookie';
import { sessionTokenOf } from './session-cookie';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Who asks, how often and how much, and whether that role may: in this order, and once for each request. */
@Injectable()
export class Admission {
  constructor(
    private readonly authenticate: Authenticate,
    private readonly findSeat: FindSeat,
    private readonly rateLimit: RateLimit,
    @Inject(SECURE_COOKIES) private readonly secureCookies: boolean,
  ) {}

  /**
   * Lets a request in, before its body is read or after: where it was let in before, only a body whose size is known since
   * then is counted.
   *
   * @throws DomainError why it is not let in
   */
  async admit(operation: Operation, request: ApiRequest): Promise<void> {
    if (request.isAdmitted !== true) {
      await this.identify(operation, request);
      requireTeacher(request);
      request.isAdmitted = true;
    }
    if (operation.counts !== 'callers') await this.weigh(request);
  }

  private async weigh(request: ApiRequest): Promise<void> {
    const { principal, seat, ip: address, bodyBytes, isWeighed } = request;
    if (bodyBytes === undefined || isWeighed === true) return;
    request.isWeighed = true;
    const known = principal === undefined ? undefined : { principal, direct: isDirectLocal(request) };
    await this.rateLimit.weigh(known ?? (seat === undefined ? { address } : { seat }), bodyBytes);
  }

  private async identify(operation: Operation, request: ApiRequest): Promise<void> {
    const session = sessionTokenOf(request, this.secureCookies);
    if (isForAnybody(operation, request, session !== undefined)) {
      await this.count(operation, request);
      return;
    }
    const seat = await this.seatOf(operation, request, session !== undefined);
    await (seat === undefined
      ? this.admitAccount(operation, request, session)
      : this.admitSeat(seat, operation, request));
  }

  /** Misses and callers are counted by the use-case that looks for them. */
  private async count({ counts = 'requests' }: Operation, { ip }: ApiRequest): Promise<void> {
    if (counts === 'requests') await this.rateLimit.takeUnknown(ip);
    if (counts === 'launches') await this.rateLimit.takeLaunch(ip);
  }

  private seatOf(operation: Operation, request: ApiRequest, hasSession: boolean): Promise<Seat | undefined> {
    const { authorization } = request.headers;
    if (authorization !== undefined) return this.findSeat.byBearer(authorization);
    return takesSeatCookie(operation, request, hasSession)
      ? this.findSeat.byToken(seatTokenOf(request, this.secureCookies))
      : Promise.resolve(undefined);
  }

  private async admitSeat(seat: Seat, operation: Operation, request: ApiRequest): Promise<void> {
    await this.rateLimit.takeSeat(seat);
    if (!rolesOf(operation).includes('participant')) throw new DomainError('forbidden');
    const { code = '' } = request.params as { code?: string };
    if (!isSeatIn(seat, code)) throw new DomainError('not-found', 'There is no such room');
    request.seat = seat;
  }

  private async admitAccount(
    operation: Operation,
    request: ApiRequest,
    sessionToken: string | undefined,
  ): Promise<void> {
    const identity = await this.authenticate.execute({
      authorization: request.headers.authorization,
      sessionToken,
    });
    if (identity === undefined) {
      await this.rateLimit.takeUnknown(request.ip);
      throw new DomainError('unauthenticated');
    }
    await this.rateLimit.take(identity.principal, isDirectLocal(request));
    if (!rolesOf(operation).includes(identity.principal.role) || !isOpenTo(identity, operation, request))
      throw new DomainError('forbidden');
    if (identity.csrfToken !== undefined && !SAFE_METHODS.has(request.method)) {
      if (request.headers['x-csrf-token'] !== identity.csrfToken) throw new DomainError('csrf-token-missing');
    }
    request.principal = identity.principal;
    if (identity.csrfToken !== undefined && sessionToken !== undefined) request.sessionToken = sessionToken;
  }
}

/** The token of an attempt opens that attempt alone. */
const isOpenTo = ({ attemptId }: Identity, { path }: Operation, { params }: ApiRequest): boolean =>
  attemptId === undefined ||
  (path.startsWith('/v1/attempts/{id}') && (params as { id?: string }).id === attemptId);

const rolesOf = ({ roles, knows = [] }: Operation) => (roles === 'public' ? knows : roles);

/** Public, and not one that knows more for somebody with credentials who gives them. */
function isForAnybody({ roles, knows }: Operation, request: ApiRequest, hasSession: boolean): boolean {
  if (roles !== 'public') return false;
  return (
    knows === undefined ||
    (request.headers.authorization === undefined && !(hasSession && mayUseSession(request)))
  );
}

/** Where nobody has to say who it is, a write that does not repeat the token of the session is not of the session. */
const mayUseSession = ({ headers, method }: ApiRequest): boolean =>
  SAFE_METHODS.has(method) || headers['x-csrf-token'] !== undefined;

/** A teacher may have joined in the same browser: the page says which of the two it is. */
function takesSeatCookie(
  { seatCookie }: Operation,
  { method, query }: ApiRequest,
  hasSession: boolean,
): boolean {
  const asked = (query as { as?: unknown }).as === 'participant';
  return seatCookie === true && method === 'GET' && (asked || !hasSession);
}
