import { Controller, Req, Res } from '@nestjs/common';
import {
  type Class,
  type ClassList,
  type ClassMemberList,
  type JoinedClass,
  type Principal,
} from '@openrounds/contracts';
import { JoinClass } from '../../use-cases/people/join-class';
import { ManageClasses } from '../../use-cases/people/manage-classes';
import { type ApiReply, type ApiRequest } from '../api-request';
import { idempotencyOf } from '../idempotency-key';
import { Caller, Input, Operate, type OperationInput } from '../operate';
import { roomRequest } from '../room-request';
import { teachingRequest } from '../teaching-request';

/** Classes: who teaches them, who is in them, and how one comes in. */
@Controller()
export class ClassesController {
  constructor(
    private readonly classes: ManageClasses,
    private readonly joinClass: JoinClass,
  ) {}

  @Operate('createClass')
  async create(
    @Input() { body }: OperationInput<'createClass'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<Class> {
    const idempotency = idempotencyOf(request);
    const created = await this.classes.create(teachingRequest(request, principal), body, idempotency);
    void reply.header('location', `/v1/classes/${created.id}`);
    return created;
  }

  @Operate('listClasses')
  list(
    @Input() { query }: OperationInput<'listClasses'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<ClassList> {
    return this.classes.list(teachingRequest(request, principal), query);
  }

  @Operate('joinClass')
  join(@Input() { body }: OperationInput<'joinClass'>, @Req() request: ApiRequest): Promise<JoinedClass> {
    const { ip: address, principal } = request;
    return this.joinClass.execute({ input: body, address, principal, request: roomRequest(request) });
  }

  @Operate('getClass')
  read(
    @Input() { params }: OperationInput<'getClass'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<Class> {
    return this.classes.read(teachingRequest(request, principal), params.id);
  }

  @Operate('listClassMembers')
  members(
    @Input() { params, query }: OperationInput<'listClassMembers'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<ClassMemberList> {
    return this.classes.members(teachingRequest(request, principal), params.id, query);
  }

  @Operate('changeClassStaff')
  staff(
    @Input() { params, body }: OperationInput<'changeClassStaff'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<Class> {
    return this.classes.act(teachingRequest(request, principal), params.id, { kind: 'staff', ...body });
  }

  @Operate('renewClassCode')
  renewCode(
    @Input() { params }: OperationInput<'renewClassCode'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<Class> {
    return this.classes.act(teachingRequest(request, principal), params.id, { kind: 'new-code' });
  }

  @Operate('archiveClass')
  archive(
    @Input() { params }: OperationInput<'archiveClass'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<Class> {
    return this.classes.act(teachingRequest(request, principal), params.id, { kind: 'archive' });
  }

  @Operate('removeClassMember')
  removeMember(
    @Input() { params }: OperationInput<'removeClassMember'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<Class> {
    const { id, learnerId } = params;
    return this.classes.act(teachingRequest(request, principal), id, { kind: 'remove-member', learnerId });
  }
}
