import {
  deidentifyCase,
  type StandingCorrection,
  type StandingProposal,
} from '@openrounds/clinical-language';
import { type CaseInput, type CaseMix } from '@openrounds/contracts';
import { type CaseOutcome, type GoldMap, outcomeOf } from '@openrounds/evaluation';
import { LISTED } from '../evaluation/evaluate-cases';
import { type Fact, factsOfObserved } from '../evaluation/facts-of-text';
import { knownDiseases } from '../evaluation/known-diseases';
import { type CaseRanker } from '../ranking/case-ranker';
import { rankedLine, rankingOfCase } from '../ranking/ranked-line';
import { type RankedInput } from './questions';

/** How a text may be read: by the rules, by a model alone, or by the rules with what a model adds to them. */
export const WAYS = ['rules', 'reader', 'merged'] as const;
export type Way = (typeof WAYS)[number];

/** What was read in one way, and what the engine makes of it. */
export interface WayOfReading {
  readonly facts: readonly Fact[];
  readonly outcome: CaseOutcome;
}
export type WaysOfReading = Readonly<Record<Way, WayOfReading>>;

/** What cases are ranked with and held against. */
export interface MeasuredCases {
  readonly ranker: CaseRanker;
  readonly gold: GoldMap;
  readonly caseMix: CaseMix;
}

/** The ways of reading one case. */
export class Ways {
  constructor(
    private readonly ranking: RankedInput,
    private readonly byRules: CaseOutcome,
    private readonly measured: MeasuredCases,
  ) {}

  /**
   * @param alone what stands of a model's proposals by the text
   * @param beside the same beside what the rules read: what it adds is merged, what it contradicts is not
   */
  of(alone: readonly StandingProposal[], beside: readonly StandingProposal[]): WaysOfReading {
    const { ranking, byRules: outcome } = this;
    const rules = { facts: factsOfObserved(ranking.ranked.ready.observed), outcome };
    const added = beside.filter(({ verdict }) => verdict === 'adds');
    return {
      rules,
      reader: this.corrected(withoutTexts(ranking), alone),
      merged: added.length === 0 ? rules : this.corrected(ranking.input, added),
    };
  }

  /** Reads and ranks as if a person had accepted these proposals. */
  private corrected(input: CaseInput, accepted: readonly StandingProposal[]): WayOfReading {
    const { ranker, gold, caseMix } = this.measured;
    const { id, labels } = this.byRules;
    const ranking = rankingOfCase({ id, input }, ranker, LISTED, caseMix, accepted.map(correctionOf));
    const line = rankedLine(ranking, ranker.bundle);
    return {
      facts: 'error' in ranking ? [] : factsOfObserved(ranking.ranked.ready.observed),
      outcome: outcomeOf(
        { id, labels, ranking: 'error' in line ? null : line },
        gold,
        knownDiseases(ranker.bundle),
      ),
    };
  }
}

/** The person, as the text tells of them, and what was coded: nothing else of the texts. */
function withoutTexts({ input, ranked }: RankedInput): CaseInput {
  const { narrative: _narrative, stages, ...coded } = deidentifyCase(input).input;
  return {
    ...coded,
    patient: ranked.ready.understood.patient,
    ...(stages && { stages: stages.map(({ narrative: _text, ...stage }) => stage) }),
  };
}

const correctionOf = ({ findingId, presence, state, certainty }: StandingProposal): StandingCorrection => ({
  action: 'set',
  findingId,
  ...(presence && { presence }),
  ...(state !== undefined && { value: { code: state } }),
  certainty,
});
