import { Controller, Inject, Req } from '@nestjs/common';
import {
  type Comparison,
  type Counterfactual,
  type Language,
  type Principal,
  type Stages,
} from '@openrounds/contracts';
import { presentComparison, presentCounterfactual, presentStages } from '@openrounds/presentation';
import { KNOWLEDGE_LIBRARY, type KnowledgeLibrary } from '../../ports/knowledge-library';
import { SERVICES, type Services } from '../../ports/services';
import { ReadRun } from '../../use-cases/read-run';
import { type ApiRequest } from '../api-request';
import { jobMeta } from '../job-meta';
import { Caller, Input, Lang, Operate, type OperationInput } from '../operate';

/** A run seen from other sides: head to head, what would change it, step by step. */
@Controller()
export class RunViewsController {
  constructor(
    private readonly readRun: ReadRun,
    @Inject(SERVICES) private readonly services: Services,
    @Inject(KNOWLEDGE_LIBRARY) private readonly knowledge: KnowledgeLibrary,
  ) {}

  @Operate('compareDiseases')
  async compare(
    @Input() { params, query }: OperationInput<'compareDiseases'>,
    @Caller() principal: Principal,
    @Lang() language: Language,
    @Req() request: ApiRequest,
  ): Promise<Comparison> {
    const run = await this.readRun.find(principal, params.id);
    const meta = jobMeta(request, principal);
    const diseaseIds = query.diseases.split(',');
    const coded = await this.services.ask('compare-diseases.v1', { meta, runId: run.id, diseaseIds });
    return presentComparison(run, coded, this.knowledge.bundleFor(run.versions), language);
  }

  @Operate('getCounterfactual')
  async counterfactual(
    @Input() { params }: OperationInput<'getCounterfactual'>,
    @Caller() principal: Principal,
    @Lang() language: Language,
    @Req() request: ApiRequest,
  ): Promise<Counterfactual> {
    const run = await this.readRun.find(principal, params.id);
    const coded = await this.services.ask('counterfactual.v1', {
      meta: jobMeta(request, principal),
      runId: run.id,
    });
    return presentCounterfactual(run, coded, this.knowledge.bundleFor(run.versions), language);
  }

  @Operate('getStages')
  async stages(
    @Input() { params }: OperationInput<'getStages'>,
    @Caller() principal: Principal,
    @Lang() language: Language,
    @Req() request: ApiRequest,
  ): Promise<Stages> {
    const run = await this.readRun.find(principal, params.id);
    const coded = await this.services.ask('stages.v1', { meta: jobMeta(request, principal), runId: run.id });
    return presentStages(run, coded, this.knowledge.bundleFor(run.versions), language);
  }
}
