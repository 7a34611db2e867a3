import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type CodedLlm, type LlmExchange, type RankWithLlmPayload } from '@openrounds/contracts';
import { rank } from '@openrounds/ddx-engine';
import {
  candidatesOf,
  caseForLlm,
  disagreementOf,
  exchangeOf,
  LlmFault,
  poolWithLlm,
  PROPOSER,
  RANKER,
  withoutKnown,
  type CaseForLlm,
  type DiseaseForLlm,
  type LanguageModel as Model,
  type LlmCallOptions,
} from '@openrounds/llm';
import { CLOCK, type Clock } from '@openrounds/platform';
import { namesOf } from '@openrounds/presentation';
import { type Engine } from '@openrounds/ranking';
import { namesOfDiseases, namesOfFindings } from '../model/names-in-knowledge';
import { ENGINES, type Engines } from '../ports/engines';
import { LANGUAGE_MODEL, LLM_BUDGET_MS, type LanguageModel } from '../ports/language-model';
import { askedFor } from './asked-for';
import { leftOfRun } from './left-of-run';
import { rejected } from './rejected';

/** Diagnoses outside the knowledge base, and the exchange that they came of. */
interface Proposed {
  readonly names: NonNullable<CodedLlm['proposedOutsideKnowledgeBase']>;
  readonly exchange: LlmExchange;
}

/** Asks the language model for a second opinion and pools it, bounded; the engine's list stays as it is. */
@Injectable()
export class RankWithLlm {
  constructor(
    @Inject(ENGINES) private readonly engines: Engines,
    @Inject(LANGUAGE_MODEL) private readonly llm: LanguageModel,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LLM_BUDGET_MS) private readonly budgetMs: number,
  ) {}

  /**
   * @param topN - so many of the pooled list are told, and with them whatever the model named
   * @throws DomainError `dependency-unavailable` where no language model is configured
   * @throws LlmFault `overdue` where so little is left of the run's time that asking would only hold it up
   */
  async execute(payload: RankWithLlmPayload, topN: number, signal?: AbortSignal): Promise<CodedLlm> {
    const { meta, facts, language, caseMix, mustNotMiss } = payload;
    const { llm } = this;
    if (llm === null) throw new DomainError('dependency-unavailable', 'No language model is configured');
    this.leftOf(meta.acceptedAt);
    const engine = await this.engines.of(meta.versions.knowledge, facts.setting);
    const ranked = rank(engine.knowledge, engine.parameters, facts, { caseMix });
    if (!ranked.ok) throw rejected(ranked.rejection);
    const own = ranked.value.differential;
    const names = namesOf(engine.bundle, language);
    const about = caseForLlm(facts, language, names);
    const diseases = candidatesOf(own, mustNotMiss).map((id) => ({ diseaseId: id, name: names.disease(id) }));
    const call = { signal, language, ...askedFor(meta) };
    const timeoutMs = this.leftOf(meta.acceptedAt);
    const question = { ...about, diseases };
    const reply = await llm.ask(RANKER, question, { ...call, timeoutMs });
    const { value, model, promptVersion } = reply;
    const differential = value.differential.map(({ diseaseId, probability }) => ({ diseaseId, probability }));
    const named = new Set(differential.map(({ diseaseId }) => diseaseId));
    const proposed = await this.proposedBy(llm, engine, about, diseases, meta.acceptedAt, call);
    return {
      used: true,
      model,
      generatedBy: { model, promptVersion },
      differential,
      pooled: poolWithLlm(own, differential).filter(
        ({ diseaseId }, place) => place < topN || named.has(diseaseId),
      ),
      disagreement: disagreementOf(own, differential),
      ...(proposed && { proposedOutsideKnowledgeBase: proposed.names }),
      exchanges: [exchangeOf(RANKER, question, reply), ...(proposed ? [proposed.exchange] : [])],
    };
  }

  /** Diagnoses that the knowledge base does not hold; undefined where nothing came: the ranking stands without them. */
  private async proposedBy(
    llm: Model,
    { bundle }: Engine,
    about: CaseForLlm,
    considered: readonly DiseaseForLlm[],
    acceptedAt: string,
    call: LlmCallOptions,
  ): Promise<Proposed | undefined> {
    try {
      const options = { ...call, timeoutMs: this.leftOf(acceptedAt) };
      const question = { ...about, considered };
      const reply = await llm.ask(PROPOSER, question, options);
      // What is a finding is no diagnosis: it would stand there like a fact of the case.
      const known = [...namesOfDiseases(bundle), ...namesOfFindings(bundle)];
      return {
        names: withoutKnown(reply.value.proposals, known),
        exchange: exchangeOf(PROPOSER, question, reply),
      };
    } catch (error) {
      if (error instanceof LlmFault && error.code !== 'aborted') return undefined;
      throw error;
    }
  }

  private leftOf(acceptedAt: string): number {
    return leftOfRun(acceptedAt, this.clock.now(), this.budgetMs);
  }
}
