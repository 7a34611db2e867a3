import { Inject, Injectable } from '@nestjs/common';
import { type CodedAnswer, type EngineFacts, type RunOptions, type Versions } from '@openrounds/contracts';
import { answer, type AnswerOptions, informationOfTests, type TestInformation } from '@openrounds/ddx-engine';
import { asCoded, seedOf } from '@openrounds/ranking';
import { ENGINES, type Engines } from '../ports/engines';

export interface FactsToRank {
  readonly facts: EngineFacts;
  readonly versions: Versions;
  readonly options: Pick<RunOptions, 'topN' | 'includeNextTests' | 'costCeiling' | 'caseMix'> &
    Pick<AnswerOptions, 'includeIntervals'>;
}

/** What the engine says of facts, or why it says nothing. */
export type RankedFacts =
  | { readonly kind: 'answered'; readonly answer: CodedAnswer }
  | { readonly kind: 'rejected'; readonly code: string };

/** Ranks facts that belong to no run, by the knowledge that is asked for. Nothing is stored. */
@Injectable()
export class RankFacts {
  constructor(@Inject(ENGINES) private readonly engines: Engines) {}

  /** @throws BundleError when the knowledge version is not there */
  async execute({ facts, versions, options }: FactsToRank): Promise<RankedFacts> {
    const { knowledge, parameters } = await this.engines.of(versions.knowledge, facts.setting);
    const seedText = seedOf({ facts, versions });
    const outcome = answer(knowledge, parameters, facts, { ...options, seedText });
    return outcome.ok
      ? { kind: 'answered', answer: asCoded(outcome.value) }
      : { kind: 'rejected', code: outcome.rejection.code };
  }

  /**
   * What single tests may tell in the same patient; nothing of a patient whom the engine does not rank.
   *
   * @throws BundleError when the knowledge version is not there
   */
  async testsOf(
    { facts, versions, options: { caseMix } }: FactsToRank,
    testIds: readonly string[],
  ): Promise<readonly TestInformation[]> {
    if (testIds.length === 0) return [];
    const { knowledge, parameters } = await this.engines.of(versions.knowledge, facts.setting);
    const outcome = informationOfTests(knowledge, parameters, facts, testIds, { caseMix });
    return outcome.ok ? outcome.value : [];
  }
}
