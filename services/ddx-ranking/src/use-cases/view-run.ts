import { Inject, Injectable } from '@nestjs/common';
import { CodedComparison, CodedCounterfactual, CodedStages, DomainError } from '@openrounds/contracts';
import { compareDiseases, counterfactual, stagesOf, type EngineOutcome } from '@openrounds/ddx-engine';
import { type Engine } from '@openrounds/ranking';
import { ENGINES, type Engines } from '../ports/engines';
import { RANKING_STORE, type Ranking, type RankingStore } from '../ports/ranking-store';
import { rejected } from './rejected';

const valueOf = <T>(outcome: EngineOutcome<T>): T => {
  if (!outcome.ok) throw rejected(outcome.rejection);
  return outcome.value;
};

/** What is impossible in a patient has no probability to compare. */
const refuseImpossible = ({ answer }: Ranking, diseaseIds: readonly string[]): void => {
  const impossible = answer.excluded.find(({ diseaseId }) => diseaseIds.includes(diseaseId));
  if (impossible === undefined) return;
  throw new DomainError('invalid-request', 'One of the diseases is impossible in this patient', [
    {
      pointer: '/query/diseases',
      code: 'disease-impossible',
      message: `${impossible.diseaseId} is impossible in this patient`,
    },
  ]);
};

/** Looks at a ranked run from another side, with the knowledge it was accepted under. Nothing is stored. */
@Injectable()
export class ViewRun {
  constructor(
    @Inject(RANKING_STORE) private readonly rankings: RankingStore,
    @Inject(ENGINES) private readonly engines: Engines,
  ) {}

  /** @throws DomainError `not-found` for a disease that the knowledge does not hold */
  async compare(
    tenantId: string,
    runId: string,
    diseaseIds: readonly [string, string],
  ): Promise<CodedComparison> {
    const { ranking, engine } = await this.open(tenantId, runId);
    const known = new Set(engine.bundle.diseases.map(({ id }) => id));
    const missing = diseaseIds.find((id) => !known.has(id));
    if (missing !== undefined) throw new DomainError('not-found', 'The knowledge base holds no such disease');
    refuseImpossible(ranking, diseaseIds);
    const { caseMix } = ranking.options;
    const compared = compareDiseases(engine.knowledge, engine.parameters, ranking.facts, diseaseIds, {
      caseMix,
    });
    return CodedComparison.parse(valueOf(compared));
  }

  async counterfactual(tenantId: string, runId: string): Promise<CodedCounterfactual> {
    const { ranking, engine } = await this.open(tenantId, runId);
    const { caseMix } = ranking.options;
    return CodedCounterfactual.parse(
      valueOf(counterfactual(engine.knowledge, engine.parameters, ranking.facts, { caseMix })),
    );
  }

  async stages(tenantId: string, runId: string): Promise<CodedStages> {
    const { ranking, engine } = await this.open(tenantId, runId);
    const { caseMix, topN } = ranking.options;
    const own = ranking.facts.stages?.map((findingIds, place) => ({
      name: `stage-${String(place + 1)}`,
      findingIds,
    }));
    const stages = valueOf(
      stagesOf(engine.knowledge, engine.parameters, ranking.facts, own, { caseMix, topN }),
    );
    return CodedStages.parse({
      stages: own === undefined ? stages : stages.map((stage, ownStage) => ({ ...stage, ownStage })),
    });
  }

  private async open(tenantId: string, runId: string): Promise<{ ranking: Ranking; engine: Engine }> {
    const ranking = await this.rankings.find(tenantId, runId);
    if (ranking === undefined) throw new DomainError('run-not-ready', 'The run has no list yet');
    const engine = await this.engines.of(ranking.versions.knowledge, ranking.facts.setting);
    return { ranking, engine };
  }
}
