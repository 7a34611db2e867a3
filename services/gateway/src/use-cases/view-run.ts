import { Inject, Injectable } from '@nestjs/common';
import {
  type Comparison,
  type Counterfactual,
  type Explanation,
  type JobMeta,
  type Language,
  type Principal,
  type Replay,
  type Stages,
  type WhatIfAnswer,
  type WhatIfInput,
} from '@openrounds/contracts';
import {
  presentComparison,
  presentCounterfactual,
  presentStages,
  presentWhatIf,
} from '@openrounds/presentation';
import { packJson } from '@openrounds/run-flow';
import { KNOWLEDGE_LIBRARY, type KnowledgeLibrary } from '../ports/knowledge-library';
import { type StoredRun } from '../ports/run-store';
import { SERVICES, type Services } from '../ports/services';
import { ReadRun } from './read-run';

/** A run of which a view is asked for, by whom, and in which language. */
export interface ViewRequest {
  readonly principal: Principal;
  readonly meta: JobMeta;
  readonly runId: string;
  readonly language: Language;
}

/**
 * A run seen from other sides: head to head, what would change it, step by step, and why. Each computes with the run's
 * own versions, and throws DomainError `not-found` (also for another tenant's run), `case-erased` or `run-not-ready`.
 */
@Injectable()
export class ViewRun {
  constructor(
    @Inject(ReadRun) private readonly runs: Pick<ReadRun, 'find'>,
    @Inject(SERVICES) private readonly services: Services,
    @Inject(KNOWLEDGE_LIBRARY) private readonly knowledge: Pick<KnowledgeLibrary, 'bundleFor'>,
  ) {}

  async compare({ language, ...request }: ViewRequest, diseaseIds: string[]): Promise<Comparison> {
    const { run, meta, bundle } = await this.open(request);
    const coded = await this.services.ask('compare-diseases.v1', { meta, runId: run.id, diseaseIds });
    return presentComparison(run, coded, bundle, language);
  }

  async counterfactual({ language, ...request }: ViewRequest): Promise<Counterfactual> {
    const { run, meta, bundle } = await this.open(request);
    const coded = await this.services.ask('counterfactual.v1', { meta, runId: run.id });
    return presentCounterfactual(run, coded, bundle, language);
  }

  async stages({ language, ...request }: ViewRequest): Promise<Stages> {
    const { run, meta, bundle } = await this.open(request);
    const coded = await this.services.ask('stages.v1', { meta, runId: run.id });
    return presentStages(run, coded, bundle, language);
  }

  /** @throws DomainError `invalid-request` naming what cannot be changed so */
  async whatIf({ language, ...request }: ViewRequest, change: WhatIfInput): Promise<WhatIfAnswer> {
    const { run, meta, bundle } = await this.open(request);
    const { topN } = run.options;
    const coded = await this.services.ask('what-if.v1', { meta, runId: run.id, change, topN });
    return presentWhatIf(run, coded, bundle, language);
  }

  async explanation(request: Omit<ViewRequest, 'language'>): Promise<Explanation> {
    const { meta, principal, runId } = request;
    const run = await this.runs.find(principal, runId);
    return this.services.ask('get-explanation.v1', { meta, runId: run.id });
  }

  /** Computes the answer again, from nothing but its record. */
  async replay(request: Omit<ViewRequest, 'language'>): Promise<Replay> {
    const { record } = await this.explanation(request);
    const packed = packJson(record).toString('base64');
    return this.services.ask('replay-record.v1', { meta: request.meta, packed });
  }

  private async open({ principal, meta, runId }: Omit<ViewRequest, 'language'>) {
    const run: StoredRun = await this.runs.find(principal, runId);
    return { run, meta, bundle: this.knowledge.bundleFor(run.versions) };
  }
}
