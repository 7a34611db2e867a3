import { Reflector } from '@nestjs/core';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { DomainError, OPERATIONS, type Operation, type OperationId } from '@openrounds/contracts';
import { Authenticate } from '../use-cases/authenticate';
import { RateLimit } from '../use-cases/rate-limit';
import { type ApiRequest } from './api-request';
import { isDirectLocal } from './direct-request';
import { OPERATION } from './operate';
import { SESSION_COOKIE } from './session-cookie';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Asked by the machinery around us, every few seconds and by address. */
const isProbe = ({ path }: Operation): boolean => !path.startsWith('/v1/');

/** Who asks, how often and how much, and whether that role may: in this order, before anything is parsed. */
@Injectable()
export class AuthenticateGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticate: Authenticate,
    private readonly rateLimit: RateLimit,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const id = this.reflector.get<OperationId | undefined>(OPERATION, context.getHandler());
    const operation: Operation | undefined = id === undefined ? undefined : OPERATIONS[id];
    const request = context.switchToHttp().getRequest<ApiRequest>();
    if (operation === undefined || isProbe(operation)) return true;
    if (operation.roles === 'public') {
      await this.rateLimit.takeUnknown(request.ip);
      return true;
    }
    const identity = await this.authenticate.execute({
      authorization: request.headers.authorization,
      sessionToken: request.cookies[SESSION_COOKIE],
    });
    if (identity === undefined) {
      await this.rateLimit.takeUnknown(request.ip);
      throw new DomainError('unauthenticated');
    }
    await this.rateLimit.take(identity.principal, isDirectLocal(request), request.bodyBytes ?? 0);
    if (!operation.roles.includes(identity.principal.role)) throw new DomainError('forbidden');
    if (identity.csrfToken !== undefined && !SAFE_METHODS.has(request.method)) {
      if (request.headers['x-csrf-token'] !== identity.csrfToken) throw new DomainError('csrf-token-missing');
    }
    request.principal = identity.principal;
    return true;
  }
}
