import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type CodedAnswer } from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { answerRun, type RunFacts } from '@openrounds/ranking';
import { packAnswer } from '@openrounds/run-flow';
import { ENGINES, type Engines } from '../ports/engines';
import { RANKING_STORE, type RankingStore } from '../ports/ranking-store';
import { rejected } from './rejected';

export interface RunToRank extends RunFacts {
  readonly runId: string;
  readonly caseId: string;
  readonly tenantId: string;
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
    const { codedCase: _intakes, raised: _records, ...told } = run;
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
    const outcome = answerRun(await this.engines.of(run.versions.knowledge, run.facts.setting), run);
    if (!outcome.ok) throw rejected(outcome.rejection);
    return outcome.value;
  }
}
