import { Readable } from 'node:stream';
import { Controller, Req, Res } from '@nestjs/common';
import { type Consents, type Me, type Principal } from '@openrounds/contracts';
import { OwnData } from '../../use-cases/people/own-data';
import { type ApiReply, type ApiRequest } from '../api-request';
import { Caller, Input, Operate, type OperationInput } from '../operate';
import { teachingRequest } from '../teaching-request';

/** What is held of a student, with an account or without: for themselves, and for an administrator whom they have asked. */
@Controller()
export class MeController {
  constructor(private readonly ownData: OwnData) {}

  @Operate('getMe')
  read(@Caller() principal: Principal, @Req() request: ApiRequest): Promise<Me> {
    return this.ownData.read(teachingRequest(request, principal));
  }

  @Operate('eraseMe')
  erase(@Caller() principal: Principal, @Req() request: ApiRequest): Promise<void> {
    return this.ownData.erase(teachingRequest(request, principal));
  }

  @Operate('getMyConsents')
  consents(@Caller() principal: Principal, @Req() request: ApiRequest): Promise<Consents> {
    return this.ownData.consents(teachingRequest(request, principal));
  }

  @Operate('recordMyConsents')
  decide(
    @Input() { body }: OperationInput<'recordMyConsents'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<Consents> {
    return this.ownData.decide(teachingRequest(request, principal), body.consents);
  }

  @Operate('exportMe')
  async export(
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
    @Res() reply: ApiReply,
  ): Promise<void> {
    sendLines(reply, 'openrounds-me', await this.ownData.export(teachingRequest(request, principal)));
  }

  @Operate('exportLearner')
  async exportFor(
    @Input() { params }: OperationInput<'exportLearner'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
    @Res() reply: ApiReply,
  ): Promise<void> {
    const lines = await this.ownData.export(teachingRequest(request, principal), params.id);
    sendLines(reply, 'openrounds-learner', lines);
  }

  @Operate('eraseLearner')
  eraseFor(
    @Input() { params }: OperationInput<'eraseLearner'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<void> {
    return this.ownData.erase(teachingRequest(request, principal), params.id);
  }
}

const sendLines = (reply: ApiReply, name: string, lines: AsyncIterable<string>): void =>
  void reply
    .header('content-type', 'application/x-ndjson; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}.jsonl"`)
    .send(Readable.from(lines, { objectMode: false }));
