import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type CodedLlm, type Language, type RankWithLlmPayload } from '@openrounds/contracts';
import { rank } from '@openrounds/ddx-engine';
import { disagreementOf, LlmFault, poolWithLlm, RANKER, type FactForLlm } from '@openrounds/llm';
import { CLOCK, type Clock } from '@openrounds/platform';
import { namesOf, type Names } from '@openrounds/presentation';
import { type Engine } from '@openrounds/ranking';
import { ENGINES, type Engines } from '../ports/engines';
import { LANGUAGE_MODEL, LLM_BUDGET_MS, type LanguageModel } from '../ports/language-model';
import { rejected } from './rejected';

/** With less than this share of the budget left, a sound model would be blamed for what it was not given. */
const WORTH_ASKING = 0.25;

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
   * @throws DomainError `dependency-unavailable` where no language model is configured
   * @throws LlmFault `overdue` where so little is left of the run's time that asking would only hold it up
   */
  async execute(
    { meta, facts, language }: RankWithLlmPayload,
    topN: number,
    signal?: AbortSignal,
  ): Promise<CodedLlm> {
    const { llm } = this;
    if (llm === null) throw new DomainError('dependency-unavailable', 'No language model is configured');
    const timeoutMs = this.leftOf(meta.acceptedAt);
    const engine = await this.engines.of(meta.versions.knowledge, facts.setting);
    const names = namesOf(engine.bundle, language);
    const request = {
      language,
      patient: facts.patient,
      setting: facts.setting,
      facts: facts.observed.map((observed) => toFact(observed, names)),
      diseases: diseasesOf(engine, language),
    };
    const { tenantId } = meta;
    const reply = await llm.ask(RANKER, request, { timeoutMs, signal, tenantId, language });
    const { value: opinion, model } = reply;
    // Ranked last: where the model is suspended, nothing else is done for it.
    const ranked = rank(engine.knowledge, engine.parameters, facts);
    if (!ranked.ok) throw rejected(ranked.rejection);
    const own = ranked.value.differential;
    const differential = opinion.differential.map(({ diseaseId, probability }) => ({
      diseaseId,
      probability,
    }));
    return {
      used: true,
      model,
      differential,
      pooled: poolWithLlm(own, differential).slice(0, topN),
      disagreement: disagreementOf(own, differential),
      proposedOutsideKnowledgeBase: opinion.proposedOutsideKnowledgeBase.map(({ name }) => ({ name })),
    };
  }

  private leftOf(acceptedAt: string): number {
    const left = Date.parse(acceptedAt) + this.budgetMs - this.clock.now().getTime();
    if (left < this.budgetMs * WORTH_ASKING) throw new LlmFault('overdue');
    return left;
  }
}

const diseasesOf = ({ bundle }: Engine, language: Language) =>
  bundle.diseases.map(({ id, name }) => ({ diseaseId: id, name: name[language] }));

const toFact = (
  { findingId, presence, state, certainty }: RankWithLlmPayload['facts']['observed'][number],
  names: Names,
): FactForLlm => ({
  findingId,
  name: names.finding(findingId),
  presence: presence ?? 'present',
  ...(state === undefined ? {} : { value: names.state(findingId, state) }),
  ...(certainty === undefined ? {} : { certainty }),
});
