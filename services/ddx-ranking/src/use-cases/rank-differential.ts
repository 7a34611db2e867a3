import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  type CodedAnswer,
  type EngineFacts,
  type RunOptions,
  type Versions,
} from '@openrounds/contracts';
import { answer } from '@openrounds/ddx-engine';
import { CLOCK, type Clock } from '@openrounds/platform';
import { packAnswer } from '@openrounds/run-flow';
import { ENGINES, type Engines } from '../ports/engines';
import { RANKING_STORE, type RankingStore } from '../ports/ranking-store';
import { asCoded } from './coded-answer';
import { rejected } from './rejected';
import { scoresOf, type ScoredCase } from './scores-of';
import { seedOf } from './seed-of';

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

/** A ranking, ready to travel. */
export interface Ranked {
  readonly answer: CodedAnswer;
  readonly packed: Buffer;
  /** Whether it was too large to be sent: it is kept as it is packed, and read in parts. */
  readonly large: boolean;
}

/** Ranks the diagnoses of a run with the knowledge it was accepted under, once. */
@Injectable()
export class RankDifferential {
  constructor(
    @Inject(RANKING_STORE) private readonly rankings: RankingStore,
    @Inject(ENGINES) private readonly engines: Engines,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param isLarge whether a packed answer is too large to be sent */
  async execute(run: RunToRank, isLarge: (packed: Buffer) => boolean): Promise<Ranked> {
    const done = await this.rankings.find(run.tenantId, run.runId);
    if (done !== undefined) return this.again(run, done.answer);
    const answered = await this.answer(run);
    const packed = packAnswer(answered);
    const large = isLarge(packed);
    const { codedCase: _intakes, ...told } = run;
    const rankedAt = this.clock.now();
    const stored = await this.rankings.save({ ...told, rankedAt, answer: answered }, large ? packed : null);
    if (stored === 'erased') throw new DomainError('case-erased');
    return { answer: answered, packed, large };
  }

  /** A large answer is named by the hash of its packed form: that one is kept, another one may differ. */
  private async again({ tenantId, runId }: RunToRank, answered: CodedAnswer): Promise<Ranked> {
    const kept = await this.rankings.readPacked(tenantId, runId);
    return { answer: answered, packed: kept ?? packAnswer(answered), large: kept !== undefined };
  }

  private async answer(run: RunToRank): Promise<CodedAnswer> {
    const { knowledge, parameters, bundle } = await this.engines.of(
      run.versions.knowledge,
      run.facts.setting,
    );
    const outcome = answer(knowledge, parameters, run.facts, { ...run.options, seedText: seedOf(run) });
    if (!outcome.ok) throw rejected(outcome.rejection);
    const coded = asCoded(outcome.value);
    return { ...coded, scores: scoresOf(coded, run.codedCase, bundle) };
  }
}
