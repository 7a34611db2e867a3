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
import { ExportRun } from '../../use-cases/export-run';
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
  async export(
    @Input() { params, query }: OperationInput<'exportRun'>,
    @Caller() principal: Principal,
    @Lang() language: Language,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<Buffer> {
    const { protocol, host } = request;
    const view = viewOf(request, principal, params.id, language);
    const file = await this.exports.file(view, query.as, `${protocol}://${host}`);
    void reply.type(file.mediaType).headers(file.headers);
    return Buffer.from(file.text, 'utf8');
  }

  @Operate('replayRun')
  replay(
    @Input() { params }: OperationInput<'replayRun'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<Replay> {
    return this.views.replay({ principal, meta: jobMeta(request, principal), runId: params.id });
  }
}

const viewOf = (
  request: ApiRequest,
  principal: Principal,
  runId: string,
  language: Language,
): ViewRequest => ({ principal, meta: jobMeta(request, principal), runId, language });
