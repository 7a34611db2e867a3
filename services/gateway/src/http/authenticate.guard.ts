import { Reflector } from '@nestjs/core';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { OPERATIONS, type OperationId } from '@openrounds/contracts';
import { Admission } from './admission';
import { type ApiRequest } from './api-request';
import { requireTeacher } from './class-network';
import { OPERATION } from './operate';

/** Nobody reaches a handler who was not let in; whoever sends a body was let in before it was read (`server-hooks.ts`). */
@Injectable()
export class AuthenticateGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly admission: Admission,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const id = this.reflector.get<OperationId | undefined>(OPERATION, context.getHandler());
    if (id === undefined) requireTeacher(request);
    else await this.admission.admit(OPERATIONS[id], request);
    return true;
  }
}
