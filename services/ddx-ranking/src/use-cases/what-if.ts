import { Inject, Injectable } from '@nestjs/common';
import { DomainError, WhatIfResult, type WhatIfInput } from '@openrounds/contracts';
import { whatIf, type ObservedFinding } from '@openrounds/ddx-engine';
import { ENGINES, type Engines } from '../ports/engines';
import { RANKING_STORE, type RankingStore } from '../ports/ranking-store';
import { whatIfRefusal } from './what-if-refusal';

/** The list of a run if some findings were otherwise, with the knowledge the run was accepted under. */
@Injectable()
export class WhatIf {
  constructor(
    @Inject(RANKING_STORE) private readonly rankings: RankingStore,
    @Inject(ENGINES) private readonly engines: Engines,
  ) {}

  /**
   * @throws DomainError `run-not-ready`; `invalid-request` naming each field of the change that the engine refuses
   */
  async execute(tenantId: string, runId: string, change: WhatIfInput, topN: number): Promise<WhatIfResult> {
    const ranking = await this.rankings.find(tenantId, runId);
    if (ranking === undefined) throw new DomainError('run-not-ready', 'The run has no list yet');
    const { bundle, knowledge, parameters } = await this.engines.of(
      ranking.versions.knowledge,
      ranking.facts.setting,
    );
    const outcome = whatIf(
      knowledge,
      parameters,
      ranking.facts,
      { set: change.set.map(observed), ...(change.remove === undefined ? {} : { remove: change.remove }) },
      { caseMix: ranking.options.caseMix, topN },
    );
    if (!outcome.ok) throw whatIfRefusal(change, outcome.rejection, bundle.findings);
    return WhatIfResult.parse(outcome.value);
  }
}

const observed = (setting: WhatIfInput['set'][number]): ObservedFinding => ({
  findingId: setting.findingId,
  ...(setting.presence === undefined ? {} : { presence: setting.presence }),
  ...(setting.value === undefined ? {} : { state: setting.value.code }),
  ...(setting.certainty === undefined ? {} : { certainty: setting.certainty }),
});
