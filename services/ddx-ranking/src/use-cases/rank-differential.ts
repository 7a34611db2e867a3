import { Inject, Injectable } from '@nestjs/common';
import {
  CodedAnswer,
  DomainError,
  type EngineFacts,
  type RunOptions,
  type Versions,
} from '@openrounds/contracts';
import { answer } from '@openrounds/ddx-engine';
import { CLOCK, type Clock } from '@openrounds/platform';
import { ENGINES, type Engines } from '../ports/engines';
import { RANKING_STORE, type Ranking, type RankingStore } from '../ports/ranking-store';
import { rejected } from './rejected';
import { scoresOf, type ScoredCase } from './scores-of';

export interface RunToRank {
  readonly runId: string;
  readonly caseId: string;
  readonly tenantId: string;
  readonly versions: Versions;
  readonly options: RunOptions;
  readonly facts: EngineFacts;
  /** The case with its measured values, of which scores are made. */
  readonly codedCase: ScoredCase;
}

/** Ranks the diagnoses of a run with the knowledge it was accepted under, once. */
@Injectable()
export class RankDifferential {
  constructor(
    @Inject(RANKING_STORE) private readonly rankings: RankingStore,
    @Inject(ENGINES) private readonly engines: Engines,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param roomBytes how much of a job's payload the answer may take: a longer list is cut to what fits */
  async execute(run: RunToRank, roomBytes: number): Promise<Ranking> {
    const done = await this.rankings.find(run.tenantId, run.runId);
    if (done !== undefined) return done;
    const { knowledge, parameters, bundle } = await this.engines.of(
      run.versions.knowledge,
      run.facts.setting,
    );
    const options = { ...run.options, seedText: seedOf(run) };
    const fitting = fit(options.topN, roomBytes, (topN) => {
      const outcome = answer(knowledge, parameters, run.facts, { ...options, topN });
      if (!outcome.ok) throw rejected(outcome.rejection);
      const coded = CodedAnswer.parse(outcome.value);
      return { ...coded, scores: scoresOf(coded, run.codedCase, bundle) };
    });
    const { codedCase: _intakes, ...told } = run;
    const ranking: Ranking = { ...told, rankedAt: this.clock.now(), answer: fitting };
    if ((await this.rankings.save(ranking)) === 'erased') throw new DomainError('case-erased');
    return ranking;
  }
}

/**
 * The answer with as many of the wanted diseases as fit: many findings on many diseases are many rows of evidence.
 * Those that do not fit are in the remainder, so that the probabilities sum to 1 all the same.
 */
function fit(wanted: number, roomBytes: number, answerWith: (topN: number) => CodedAnswer): CodedAnswer {
  for (let topN = wanted; ; topN = Math.ceil(topN / 2)) {
    const answered = answerWith(topN);
    if (topN === 1 || Buffer.byteLength(JSON.stringify(answered)) <= roomBytes) return answered;
  }
}

/** What the draws of the sensitivity depend on besides patient and findings: never ids, times or options. */
const seedOf = ({ facts, versions }: RunToRank): string =>
  JSON.stringify([facts.setting, versions.engine, versions.knowledge, versions.calibration]);
