import { Controller, Req, Res } from '@nestjs/common';
import { type LibraryList, type Principal, type TeachingCase } from '@openrounds/contracts';
import { ReadLibrary } from '../../use-cases/read-library';
import { TeachingCases, type TeachingAct } from '../../use-cases/teaching-cases';
import { type ApiReply, type ApiRequest } from '../api-request';
import { etagOf } from '../if-match';
import { Caller, Input, Operate, type OperationInput } from '../operate';
import { teachingRequest } from '../teaching-request';

/** The library, and the way of a case into it and out of it: submitted, reviewed, published, retired. */
@Controller()
export class LibraryController {
  constructor(
    private readonly library: ReadLibrary,
    private readonly cases: TeachingCases,
  ) {}

  @Operate('listLibrary')
  list(
    @Input() { query }: OperationInput<'listLibrary'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<LibraryList> {
    return this.library.cards(teachingRequest(request, principal), query);
  }

  @Operate('submitTeachingCase')
  submit(
    @Input() input: OperationInput<'submitTeachingCase'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<TeachingCase> {
    return this.act(input, { kind: 'submit' }, principal, request, reply);
  }

  @Operate('reviewTeachingCase')
  review(
    @Input() input: OperationInput<'reviewTeachingCase'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<TeachingCase> {
    const { verdict, comment } = input.body;
    return this.act(input, { kind: 'review', verdict, comment }, principal, request, reply);
  }

  @Operate('publishTeachingCase')
  publish(
    @Input() input: OperationInput<'publishTeachingCase'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<TeachingCase> {
    return this.act(input, { kind: 'publish' }, principal, request, reply);
  }

  @Operate('retireTeachingCase')
  retire(
    @Input() input: OperationInput<'retireTeachingCase'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<TeachingCase> {
    return this.act(input, { kind: 'retire' }, principal, request, reply);
  }

  private async act(
    { params, body }: { readonly params: { id: string }; readonly body: { version: number } },
    act: TeachingAct,
    principal: Principal,
    request: ApiRequest,
    reply: ApiReply,
  ): Promise<TeachingCase> {
    const now = await this.cases.act(teachingRequest(request, principal), params.id, body.version, act);
    void reply.header('etag', etagOf(now));
    return now;
  }
}
