import { Controller, Req, Res } from '@nestjs/common';
import { type Case, type IntakePreview, type Language, type Principal } from '@openrounds/contracts';
import { notice } from '@openrounds/presentation';
import { CreateCaseVersion } from '../../use-cases/create-case-version';
import { ExportCase } from '../../use-cases/export-case';
import { ManageCases, type CasePage } from '../../use-cases/manage-cases';
import { type ApiReply, type ApiRequest } from '../api-request';
import { idempotencyOf } from '../idempotency-key';
import { etagOf, requiredVersion } from '../if-match';
import { jobMeta } from '../job-meta';
import { Caller, Input, Lang, Operate, type OperationInput } from '../operate';

@Controller()
export class CasesController {
  constructor(
    private readonly cases: ManageCases,
    private readonly createCaseVersion: CreateCaseVersion,
    private readonly exports: ExportCase,
  ) {}

  @Operate('createCase')
  async create(
    @Input() { body }: OperationInput<'createCase'>,
    @Caller() principal: Principal,
    @Lang() language: Language,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<Case> {
    const meta = jobMeta(request, principal);
    const created = await this.cases.create(principal, meta, body, language, idempotencyOf(request));
    void reply.header('location', `/v1/cases/${created.id}`).header('etag', etagOf(created));
    return created;
  }

  @Operate('listCases')
  async list(
    @Input() { query }: OperationInput<'listCases'>,
    @Caller() principal: Principal,
    @Lang() language: Language,
    @Req() request: ApiRequest,
  ): Promise<CasePage & { notice: string }> {
    const { limit, cursor } = query;
    const page = await this.cases.list(principal, jobMeta(request, principal), limit, cursor, language);
    return { ...page, notice: notice(language) };
  }

  @Operate('getCase')
  async read(
    @Input() { params, query }: OperationInput<'getCase'>,
    @Caller() principal: Principal,
    @Lang() language: Language,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<Case> {
    const meta = jobMeta(request, principal);
    const found = await this.cases.read(principal, meta, params.id, language, query.version);
    void reply.header('etag', etagOf(found));
    return found;
  }

  @Operate('getPhenopacket')
  async phenopacket(
    @Input() { params, query }: OperationInput<'getPhenopacket'>,
    @Caller() principal: Principal,
    @Lang() language: Language,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<object> {
    const { version, report } = query;
    const meta = jobMeta(request, principal);
    const written = await this.exports.phenopacket({ principal, meta, caseId: params.id, language, version });
    const name = `openrounds-case-${params.id}.phenopacket.json`;
    void reply.header('content-disposition', `attachment; filename="${name}"`);
    return report ? written : written.phenopacket;
  }

  @Operate('createCaseVersion')
  async correct(
    @Input() { params, body }: OperationInput<'createCaseVersion'>,
    @Caller() principal: Principal,
    @Lang() language: Language,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<Case> {
    const corrected = await this.createCaseVersion.execute({
      principal,
      meta: jobMeta(request, principal),
      caseId: params.id,
      version: requiredVersion(request.headers['if-match']),
      input: body,
      language,
      idempotency: idempotencyOf(request),
    });
    const { id, version } = corrected;
    const location = `/v1/cases/${id}?version=${String(version)}`;
    void reply.header('location', location).header('etag', etagOf(corrected));
    return corrected;
  }

  @Operate('eraseCase')
  async erase(
    @Input() { params }: OperationInput<'eraseCase'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<void> {
    await this.cases.erase(principal, jobMeta(request, principal), params.id);
  }

  @Operate('previewIntake')
  async preview(
    @Input() { body }: OperationInput<'previewIntake'>,
    @Caller() principal: Principal,
    @Lang() language: Language,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<IntakePreview> {
    void reply.status(200);
    const named = request.chosenLanguage ?? body.language ?? language;
    return this.cases.preview(principal, jobMeta(request, principal), body, named);
  }
}
