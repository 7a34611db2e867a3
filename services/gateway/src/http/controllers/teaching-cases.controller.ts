import { Controller, Req, Res } from '@nestjs/common';
import {
  type CaseForecast,
  type CheckedTeachingCase,
  type ImportedCases,
  type Principal,
  type TeachingCase,
  type TeachingCaseList,
} from '@openrounds/contracts';
import { ExchangeCases } from '../../use-cases/exchange-cases';
import { ReadLibrary } from '../../use-cases/read-library';
import { TeachingCases } from '../../use-cases/teaching-cases';
import { mediaTypeOf, type ApiReply, type ApiRequest } from '../api-request';
import { idempotencyOf } from '../idempotency-key';
import { etagOf, requiredVersion } from '../if-match';
import { Caller, Input, Operate, type OperationInput } from '../operate';
import { teachingRequest } from '../teaching-request';

const TEXT_FORMS: Readonly<Record<string, 'yaml' | 'json-lines'>> = {
  'application/yaml': 'yaml',
  'application/x-ndjson': 'json-lines',
};

/** Cases to teach with, as teachers write, read and exchange them. What acts on them is another controller's. */
@Controller()
export class TeachingCasesController {
  constructor(
    private readonly cases: TeachingCases,
    private readonly library: ReadLibrary,
    private readonly exchange: ExchangeCases,
  ) {}

  @Operate('createTeachingCase')
  async create(
    @Input() { body }: OperationInput<'createTeachingCase'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<TeachingCase> {
    const created = await this.cases.create(
      teachingRequest(request, principal),
      body,
      idempotencyOf(request),
    );
    void reply.header('location', `/v1/teaching-cases/${created.id}`).header('etag', etagOf(created));
    return created;
  }

  @Operate('checkTeachingCase')
  check(
    @Input() { body }: OperationInput<'checkTeachingCase'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<CheckedTeachingCase> {
    return this.cases.check(teachingRequest(request, principal), body);
  }

  @Operate('listTeachingCases')
  list(
    @Input() { query }: OperationInput<'listTeachingCases'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<TeachingCaseList> {
    return this.library.cases(teachingRequest(request, principal), query);
  }

  @Operate('getTeachingCase')
  async read(
    @Input() { params, query }: OperationInput<'getTeachingCase'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<TeachingCase> {
    const found = await this.cases.read(teachingRequest(request, principal), params.id, query.version);
    void reply.header('etag', etagOf(found));
    return found;
  }

  @Operate('createTeachingCaseVersion')
  async change(
    @Input() { params, body }: OperationInput<'createTeachingCaseVersion'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<TeachingCase> {
    const version = requiredVersion(request.headers['if-match']);
    const idempotency = idempotencyOf(request);
    const changed = await this.cases.change(
      teachingRequest(request, principal),
      params.id,
      version,
      body,
      idempotency,
    );
    const location = `/v1/teaching-cases/${changed.id}?version=${String(changed.version)}`;
    void reply.header('location', location).header('etag', etagOf(changed));
    return changed;
  }

  @Operate('copyTeachingCase')
  async copy(
    @Input() { params, body }: OperationInput<'copyTeachingCase'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<TeachingCase> {
    const idempotency = idempotencyOf(request);
    const copy = await this.cases.copy(
      teachingRequest(request, principal),
      params.id,
      body.version,
      idempotency,
    );
    void reply.header('location', `/v1/teaching-cases/${copy.id}`).header('etag', etagOf(copy));
    return copy;
  }

  @Operate('getCaseForecast')
  forecast(
    @Input() { params, query }: OperationInput<'getCaseForecast'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<CaseForecast> {
    return this.library.forecast(teachingRequest(request, principal), params.id, query.version);
  }

  @Operate('exportTeachingCase')
  async export(
    @Input() { params, query }: OperationInput<'exportTeachingCase'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<string> {
    const { as, version } = query;
    const file = await this.exchange.export(teachingRequest(request, principal), params.id, as, version);
    void reply.header('content-type', `application/${as}; charset=utf-8`);
    return file;
  }

  @Operate('importTeachingCases')
  import(
    @Input() { body }: OperationInput<'importTeachingCases'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<ImportedCases> {
    const form = TEXT_FORMS[mediaTypeOf(request) ?? ''];
    const file =
      form !== undefined && typeof body === 'string'
        ? { form, text: body }
        : { form: 'json' as const, value: body };
    return this.exchange.import(teachingRequest(request, principal), file, idempotencyOf(request));
  }

  @Operate('deleteTeachingCase')
  async remove(
    @Input() { params }: OperationInput<'deleteTeachingCase'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<void> {
    await this.cases.remove(teachingRequest(request, principal), params.id);
  }
}
