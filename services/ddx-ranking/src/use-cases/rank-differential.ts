import {
  CodedAnswer,
  DomainError,
  type EngineFacts,
  type RunOptions,
  type Versions,
} from '@openrounds/contracts';
import { answer } from '@openrounds/ddx-engine';
import { type Clock } from '@openrounds/platform';
import { type Engines } from '../ports/engines';
import { type Ranking, type RankingStore } from '../ports/ranking-store';
import { rejected } from './rejected';

export interface RunToRank {
  readonly runId: string;
  readonly caseId: string;
  readonly tenantId: string;
  readonly versions: Versions;
  readonly options: RunOptions;
  readonly facts: EngineFacts;
}

/** Ranks the diagnoses of a run with the knowledge it was accepted under, once. */
export class RankDifferential {
  constructor(
    private readonly rankings: RankingStore,
    private readonly engines: Engines,
    private readonly clock: Clock,
  ) {}

  async execute(run: RunToRank): Promise<Ranking> {
    const done = await this.rankings.find(run.tenantId, run.runId);
    if (done !== undefined) return done;
    const { knowledge, parameters } = await this.engines.of(run.versions.knowledge, run.facts.setting);
    const outcome = answer(knowledge, parameters, run.facts, { ...run.options, seedText: seedOf(run) });
    if (!outcome.ok) throw rejected(outcome.rejection);
    const ranking: Ranking = { ...run, rankedAt: this.clock.now(), answer: CodedAnswer.parse(outcome.value) };
    if ((await this.rankings.save(ranking)) === 'erased') throw new DomainError('case-erased');
    return ranking;
  }
}

/** What the draws of the sensitivity depend on besides patient and findings: never ids, times or options. */
const seedOf = ({ facts, versions }: RunToRank): string =>
  JSON.stringify([facts.setting, versions.engine, versions.knowledge, versions.calibration]);
