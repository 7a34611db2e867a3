import { Inject, Injectable } from '@nestjs/common';
import { type CodedAnswer, type EngineFacts, type Versions } from '@openrounds/contracts';
import { answer } from '@openrounds/ddx-engine';
import { asCoded, seedOf } from '@openrounds/ranking';
import { ENGINES, type Engines } from '../ports/engines';

export interface FactsToRank {
  readonly facts: EngineFacts;
  readonly versions: Versions;
  readonly topN: number;
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
  async execute({ facts, versions, topN }: FactsToRank): Promise<RankedFacts> {
    const { knowledge, parameters } = await this.engines.of(versions.knowledge, facts.setting);
    const outcome = answer(knowledge, parameters, facts, {
      topN,
      includeNextTests: true,
      caseMix: 'teaching',
      seedText: seedOf({ facts, versions }),
    });
    return outcome.ok
      ? { kind: 'answered', answer: asCoded(outcome.value) }
      : { kind: 'rejected', code: outcome.rejection.code };
  }
}
