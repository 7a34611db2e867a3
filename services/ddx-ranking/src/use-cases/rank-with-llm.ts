import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type CodedLlm, type Language, type RankWithLlmPayload } from '@openrounds/contracts';
import { rank } from '@openrounds/ddx-engine';
import { disagreementOf, poolWithLlm, type FactForLlm } from '@openrounds/llm';
import { namesOf, type Names } from '@openrounds/presentation';
import { ENGINES, type Engine, type Engines } from '../ports/engines';
import { LANGUAGE_MODEL, type LanguageModel } from '../ports/language-model';
import { rejected } from './rejected';

/** Asks the language model for a second opinion and pools it, bounded; the engine's list stays as it is. */
@Injectable()
export class RankWithLlm {
  constructor(
    @Inject(ENGINES) private readonly engines: Engines,
    @Inject(LANGUAGE_MODEL) private readonly llm: LanguageModel,
  ) {}

  /** @throws DomainError `dependency-unavailable` where no language model is configured */
  async execute({ meta, facts, language }: RankWithLlmPayload, topN: number): Promise<CodedLlm> {
    const { llm } = this;
    if (llm === null) throw new DomainError('dependency-unavailable', 'No language model is configured');
    const engine = await this.engines.of(meta.versions.knowledge, facts.setting);
    const ranked = rank(engine.knowledge, engine.parameters, facts);
    if (!ranked.ok) throw rejected(ranked.rejection);
    const names = namesOf(engine.bundle, language);
    const opinion = await llm.rank({
      language,
      patient: facts.patient,
      setting: facts.setting,
      facts: facts.observed.map((observed) => toFact(observed, names)),
      diseases: diseasesOf(engine, language),
    });
    const own = ranked.value.differential;
    const differential = opinion.differential.map(({ diseaseId, probability }) => ({
      diseaseId,
      probability,
    }));
    return {
      used: true,
      model: opinion.model,
      differential,
      pooled: poolWithLlm(own, differential).slice(0, topN),
      disagreement: disagreementOf(own, differential),
      proposedOutsideKnowledgeBase: opinion.proposedOutsideKnowledgeBase.map(({ name }) => ({ name })),
    };
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
