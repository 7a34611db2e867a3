import { type CodedLlm, type Language, type RankWithLlm as Payload } from '@openrounds/contracts';
import { rank } from '@openrounds/ddx-engine';
import { disagreementOf, poolWithLlm, type FactForLlm, type RankWithLlm as Llm } from '@openrounds/llm';
import { namesOf, type Names } from '@openrounds/presentation';
import { type Engine, type Engines } from '../ports/engines';
import { rejected } from './rejected';

/** Asks the language model for a second opinion and pools it, bounded; the engine's list stays as it is. */
export class RankWithLlm {
  constructor(
    private readonly engines: Engines,
    private readonly llm: Llm,
  ) {}

  async execute({ meta, facts, language }: Payload, topN: number): Promise<CodedLlm> {
    const engine = await this.engines.of(meta.versions.knowledge, facts.setting);
    const ranked = rank(engine.knowledge, engine.parameters, facts);
    if (!ranked.ok) throw rejected(ranked.rejection);
    const names = namesOf(engine.bundle, language);
    const opinion = await this.llm.rank({
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
  { findingId, presence, state, certainty }: Payload['facts']['observed'][number],
  names: Names,
): FactForLlm => ({
  findingId,
  name: names.finding(findingId),
  presence: presence ?? 'present',
  ...(state === undefined ? {} : { value: names.state(findingId, state) }),
  ...(certainty === undefined ? {} : { certainty }),
});
