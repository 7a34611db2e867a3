import { Controller, HttpStatus, Req, Res } from '@nestjs/common';
import {
  type GuidelineDocument,
  type GuidelineDocumentList,
  type GuidelineImports,
  type Language,
  type PassagePage,
  type Principal,
} from '@openrounds/contracts';
import { ImportGuideline } from '../../use-cases/import-guideline';
import { OwnGuidelines } from '../../use-cases/own-guidelines';
import { ReadPassage } from '../../use-cases/read-passage';
import { SearchGuidelines, type FoundPassages } from '../../use-cases/search-guidelines';
import { type ApiReply, type ApiRequest } from '../api-request';
import { idempotencyOf } from '../idempotency-key';
import { jobMeta } from '../job-meta';
import { Caller, Input, Lang, Operate, type OperationInput } from '../operate';

@Controller()
export class GuidelinesController {
  constructor(
    private readonly guidelines: SearchGuidelines,
    private readonly passages: ReadPassage,
    private readonly imports: ImportGuideline,
    private readonly documents: OwnGuidelines,
  ) {}

  @Operate('searchGuidelines')
  search(
    @Input() { query }: OperationInput<'searchGuidelines'>,
    @Caller() principal: Principal,
    @Lang() language: Language,
    @Req() request: ApiRequest,
  ): Promise<FoundPassages> {
    return this.guidelines.execute(jobMeta(request, principal), query, language);
  }

  @Operate('getGuidelinePassage')
  passage(
    @Input() { params }: OperationInput<'getGuidelinePassage'>,
    @Caller() principal: Principal,
    @Lang() language: Language,
    @Req() request: ApiRequest,
  ): Promise<PassagePage> {
    return this.passages.execute(jobMeta(request, principal), params.id, language);
  }

  @Operate('importGuidelineDocument')
  async import(
    @Input() { body }: OperationInput<'importGuidelineDocument'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<GuidelineDocument> {
    const { document, isNew } = await this.imports.execute(
      principal,
      jobMeta(request, principal),
      body,
      idempotencyOf(request),
    );
    if (isNew)
      void reply.status(HttpStatus.CREATED).header('location', `/v1/guidelines/documents/${document.id}`);
    return document;
  }

  @Operate('listGuidelineImports')
  arriving(@Caller() principal: Principal, @Req() request: ApiRequest): Promise<GuidelineImports> {
    return this.documents.imports(jobMeta(request, principal));
  }

  @Operate('listGuidelineDocuments')
  list(
    @Input() { query: { limit, cursor } }: OperationInput<'listGuidelineDocuments'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<GuidelineDocumentList> {
    return this.documents.list(jobMeta(request, principal), limit, cursor);
  }

  @Operate('getGuidelineDocument')
  read(
    @Input() { params }: OperationInput<'getGuidelineDocument'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<GuidelineDocument> {
    return this.documents.read(jobMeta(request, principal), params.id);
  }

  @Operate('withdrawGuidelineDocument')
  withdraw(
    @Input() { params }: OperationInput<'withdrawGuidelineDocument'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<void> {
    return this.documents.withdraw(jobMeta(request, principal), params.id, principal);
  }
}
