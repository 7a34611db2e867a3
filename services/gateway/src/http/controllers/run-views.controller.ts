import { Controller, Req, Res } from '@nestjs/common';
import {
  type Comparison,
  type Counterfactual,
  type Explanation,
  type Language,
  type Principal,
  type Replay,
  type Stages,
  type WhatIfAnswer,
} from '@openrounds/contracts';
import { ExportRun, type ExportForm } from '../../use-cases/export-run';
import { ViewRun, type ViewRequest } from '../../use-cases/view-run';
import { type ApiReply, type ApiRequest } from '../api-request';
import { jobMeta } from '../job-meta';
import { Caller, Input, Lang, Operate, type OperationInput } from '../operate';

/** A run seen from other sides: head to head, what would change it, step by step, and why. */
@Controller()
export class RunViewsController {
  constructor(
    private readonly views: ViewRun,
    private readonly exports: ExportRun,
  ) {}

  @Operate('compareDiseases')
  compare(
    @Input() { params, query }: OperationInput<'compareDiseases'>,
    @Caller() principal: Principal,
    @Lang() language: Language,
    @Req() request: ApiRequest,
  ): Promise<Comparison> {
    return this.views.compare(viewOf(request, principal, params.id, language), query.diseases.split(','));
  }

  @Operate('getCounterfactual')
  counterfactual(
    @Input() { params }: OperationInput<'getCounterfactual'>,
    @Caller() principal: Principal,
    @Lang() language: Language,
    @Req() request: ApiRequest,
  ): Promise<Counterfactual> {
    return this.views.counterfactual(viewOf(request, principal, params.id, language));
  }

  @Operate('getStages')
  stages(
    @Input() { params }: OperationInput<'getStages'>,
    @Caller() principal: Principal,
    @Lang() language: Language,
    @Req() request: ApiRequest,
  ): Promise<Stages> {
    return this.views.stages(viewOf(request, principal, params.id, language));
  }

  @Operate('whatIf')
  whatIf(
    @Input() { params, body }: OperationInput<'whatIf'>,
    @Caller() principal: Principal,
    @Lang() language: Language,
    @Req() request: ApiRequest,
  ): Promise<WhatIfAnswer> {
    return this.views.whatIf(viewOf(request, principal, params.id, language), body);
  }

  @Operate('getExplanation')
  explanation(
    @Input() { params }: OperationInput<'getExplanation'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<Explanation> {
    return this.views.explanation({ principal, meta: jobMeta(request, principal), runId: params.id });
  }

  @Operate('exportRun')
  export(
    @Input() { params, query }: OperationInput<'exportRun'>,
    @Caller() principal: Principal,
    @Lang() language: Language,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<Buffer> {
    return this.file(viewOf(request, principal, params.id, language), query.as, request, reply);
  }

  @Operate('getRunFhir')
  fhir(
    @Input() { params }: OperationInput<'getRunFhir'>,
    @Caller() principal: Principal,
    @Lang() language: Language,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<Buffer> {
    return this.file(viewOf(request, principal, params.id, language), 'fhir', request, reply);
  }

  @Operate('getRunProvenance')
  provenance(
    @Input() { params }: OperationInput<'getRunProvenance'>,
    @Caller() principal: Principal,
    @Lang() language: Language,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<Buffer> {
    return this.file(viewOf(request, principal, params.id, language), 'fhir-provenance', request, reply);
  }

  @Operate('replayRun')
  replay(
    @Input() { params }: OperationInput<'replayRun'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<Replay> {
    return this.views.replay({ principal, meta: jobMeta(request, principal), runId: params.id });
  }

  private async file(
    view: ViewRequest,
    as: ExportForm,
    { protocol, host }: ApiRequest,
    reply: ApiReply,
  ): Promise<Buffer> {
    const { mediaType, headers, text } = await this.exports.file(view, as, `${protocol}://${host}`);
    void reply.type(mediaType).headers(headers);
    return Buffer.from(text, 'utf8');
  }
}

const viewOf = (
  request: ApiRequest,
  principal: Principal,
  runId: string,
  language: Language,
): ViewRequest => ({ principal, meta: jobMeta(request, principal), runId, language });
