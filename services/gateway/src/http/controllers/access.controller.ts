import { Controller, Inject, Req, Res } from '@nestjs/common';
import {
  DomainError,
  type ApiKey,
  type NewApiKey,
  type Principal,
  type Session,
} from '@openrounds/contracts';
import { SECURE_COOKIES } from '../../settings';
import { Authenticate } from '../../use-cases/authenticate';
import { ManageApiKeys } from '../../use-cases/manage-api-keys';
import { ManageSessions } from '../../use-cases/manage-sessions';
import { type Page } from '../../use-cases/paging';
import { type ApiReply, type ApiRequest } from '../api-request';
import { isDirectLocal, requireSameSite } from '../direct-request';
import { idempotencyOf } from '../idempotency-key';
import { Caller, Input, Operate, type OperationInput } from '../operate';
import { clearSessionCookie, sessionTokenOf, setSessionCookie } from '../session-cookie';

@Controller()
export class AccessController {
  constructor(
    private readonly sessions: ManageSessions,
    private readonly keys: ManageApiKeys,
    private readonly authenticate: Authenticate,
    @Inject(SECURE_COOKIES) private readonly secureCookies: boolean,
  ) {}

  @Operate('createSession')
  async openSession(
    @Input() { body }: OperationInput<'createSession'>,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<Session> {
    requireSameSite(request);
    const { authorization } = request.headers;
    const identity =
      authorization === undefined ? undefined : await this.authenticate.execute({ authorization });
    if (authorization !== undefined && (identity === undefined || identity.attemptId !== undefined))
      throw new DomainError('unauthenticated');
    const { token, session } = await this.sessions.open({
      code: body.code,
      identity,
      direct: isDirectLocal(request),
      address: request.ip,
      previous: this.tokenOf(request),
    });
    setSessionCookie(reply, token, new Date(session.expiresAt), this.secureCookies);
    return session;
  }

  @Operate('getSession')
  async session(@Req() request: ApiRequest): Promise<Session> {
    const session = await this.sessions.current(this.tokenOf(request));
    if (session === undefined) throw new DomainError('unauthenticated', 'This is not a browser session');
    return session;
  }

  @Operate('endSession')
  async closeSession(@Req() request: ApiRequest, @Res({ passthrough: true }) reply: ApiReply): Promise<void> {
    await this.sessions.close(this.tokenOf(request));
    clearSessionCookie(reply, this.secureCookies);
  }

  @Operate('createApiKey')
  createKey(
    @Input() { body }: OperationInput<'createApiKey'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<NewApiKey> {
    return this.keys.create(principal, body, idempotencyOf(request));
  }

  @Operate('listApiKeys')
  listKeys(
    @Input() { query }: OperationInput<'listApiKeys'>,
    @Caller() principal: Principal,
  ): Promise<Page<ApiKey>> {
    return this.keys.list(principal, query.limit, query.cursor);
  }

  @Operate('revokeApiKey')
  async revokeKey(
    @Input() { params }: OperationInput<'revokeApiKey'>,
    @Caller() principal: Principal,
  ): Promise<void> {
    await this.keys.revoke(principal, params.id);
  }

  private tokenOf(request: ApiRequest): string | undefined {
    return sessionTokenOf(request, this.secureCookies);
  }
}
