import { Controller, Req, Res } from '@nestjs/common';
import {
  type BegunEhrImport,
  type Case,
  type EhrConnectionList,
  type EhrImport,
  type Language,
  type Principal,
  type SmartKeySet,
} from '@openrounds/contracts';
import { EhrImports } from '../../use-cases/launches/ehr-imports';
import { type ApiReply, type ApiRequest } from '../api-request';
import { etagOf } from '../if-match';
import { jobMeta } from '../job-meta';
import { setImportCookie } from '../launch-pages/import-cookie';
import { NOBODY } from '../nobody';
import { Caller, Input, Lang, Operate, type OperationInput } from '../operate';

@Controller()
export class EhrImportsController {
  constructor(private readonly imports: EhrImports) {}

  @Operate('getSmartKeySet')
  keySet(@Req() request: ApiRequest): Promise<SmartKeySet> {
    return this.imports.keySet(jobMeta(request, NOBODY));
  }

  @Operate('listEhrConnections')
  connections(
    @Input() { query: { limit, cursor } }: OperationInput<'listEhrConnections'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<EhrConnectionList> {
    return this.imports.connections(jobMeta(request, principal), limit, cursor);
  }

  @Operate('beginEhrImport')
  async begin(
    @Input() { body }: OperationInput<'beginEhrImport'>,
    @Caller() principal: Principal,
    @Lang() language: Language,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<BegunEhrImport> {
    const asked = { principal, meta: jobMeta(request, principal), language };
    const { secret, ...begun } = await this.imports.begin(asked, body);
    setImportCookie(reply, begun.id, secret);
    return begun;
  }

  @Operate('getEhrImport')
  read(
    @Input() { params }: OperationInput<'getEhrImport'>,
    @Caller() principal: Principal,
    @Lang() language: Language,
    @Req() request: ApiRequest,
  ): Promise<EhrImport> {
    return this.imports.read({ principal, meta: jobMeta(request, principal), language }, params.id);
  }

  @Operate('acceptEhrImport')
  async accept(
    @Input() { params, body }: OperationInput<'acceptEhrImport'>,
    @Caller() principal: Principal,
    @Lang() language: Language,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<Case> {
    const asked = { principal, meta: jobMeta(request, principal), language };
    const stored = await this.imports.accept(asked, params.id, body);
    void reply.header('location', `/v1/cases/${stored.id}`).header('etag', etagOf(stored));
    return stored;
  }
}
