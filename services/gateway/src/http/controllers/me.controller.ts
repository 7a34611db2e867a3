import { Readable } from 'node:stream';
import { Controller, Req, Res } from '@nestjs/common';
import { type Consents, type Me, type Principal } from '@openrounds/contracts';
import { OwnData } from '../../use-cases/people/own-data';
import { type ApiReply, type ApiRequest } from '../api-request';
import { Caller, Input, Operate, type OperationInput } from '../operate';
import { teachingRequest } from '../teaching-request';

/** What is held of a student, with an account or without. */
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
    const lines = await this.ownData.export(teachingRequest(request, principal));
    void reply
      .header('content-type', 'application/x-ndjson; charset=utf-8')
      .header('content-disposition', 'attachment; filename="openrounds-me.jsonl"')
      .header('cache-control', 'no-store')
      .send(Readable.from(lines, { objectMode: false }));
  }
}
