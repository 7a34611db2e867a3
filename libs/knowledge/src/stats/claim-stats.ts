import { CLAIM_PLACES, type Claim, type ClaimPlace, claimsOf, type ClaimVerdicts } from '../bundle/claims';
import { type KnowledgeContent } from '../bundle/knowledge-bundle';
import { countOf } from './counting';

/** What passages say of the statements of a place (ADR 0063). Each statement counts once, in the first that fits. */
export interface ClaimStats {
  /** A sentence of it has another number or the opposite polarity in a passage. */
  readonly contradicted: number;
  /** All its sentences are lexically supported. */
  readonly supported: number;
  /** Some of them are. */
  readonly supportedInPart: number;
  readonly notAddressed: number;
  /** No passage is on its disease. */
  readonly withoutPassage: number;
  /** Sentences, beside the counts above, that one passage supports and another contradicts. */
  readonly disputed: number;
}

type Outcome = Exclude<keyof ClaimStats, 'disputed'>;

/** A sentence that a passage contradicts, whether another supports it or not, with what the passage says, in English. */
export interface ContradictedClaim {
  readonly key: string;
  readonly sentence: string;
  readonly passageId: string;
  readonly passage: string;
}

/** Counts by place what passages say of the knowledge's statements. */
export function claimStats(content: KnowledgeContent): Readonly<Record<ClaimPlace, ClaimStats>> {
  const { claims = {}, guidelines } = content;
  const covered = new Set(guidelines.passages.flatMap(({ forDiseases }) => forDiseases));
  const outcomes = claimsOf(content).map((claim) => ({
    place: claim.place,
    outcome: outcomeOf(claim, claims, covered),
    disputed: countOf(claims[claim.key] ?? [], ({ against }) => against !== undefined),
  }));
  const counted = (place: ClaimPlace): ClaimStats => {
    const own = outcomes.filter((each) => each.place === place);
    const count = (wanted: Outcome) => countOf(own, ({ outcome }) => outcome === wanted);
    return {
      contradicted: count('contradicted'),
      supported: count('supported'),
      supportedInPart: count('supportedInPart'),
      notAddressed: count('notAddressed'),
      withoutPassage: count('withoutPassage'),
      disputed: own.reduce((sum, { disputed }) => sum + disputed, 0),
    };
  };
  return Object.fromEntries(CLAIM_PLACES.map((place) => [place, counted(place)])) as Record<
    ClaimPlace,
    ClaimStats
  >;
}

function outcomeOf({ key, subjects }: Claim, claims: ClaimVerdicts, covered: ReadonlySet<string>): Outcome {
  if (!subjects.some((id) => covered.has(id))) return 'withoutPassage';
  const verdicts = (claims[key] ?? []).map(({ verdict }) => verdict);
  if (verdicts.includes('contradicted')) return 'contradicted';
  if (!verdicts.includes('lexically-supported')) return 'notAddressed';
  return verdicts.includes('not-addressed') ? 'supportedInPart' : 'supported';
}

/** The contradicted sentences: each is a mistake of the statement, of the passage, or of the checker. */
export function contradictedClaims(content: KnowledgeContent): ContradictedClaim[] {
  const { claims = {}, guidelines } = content;
  const passages = new Map(guidelines.passages.map((passage) => [passage.id, passage.text.en ?? '']));
  return claimsOf(content).flatMap(({ key, text }) =>
    (claims[key] ?? []).flatMap(({ verdict, sentence, evidence, against }) => {
      const contrary = verdict === 'contradicted' ? evidence : against;
      if (contrary === undefined) return [];
      const { passageId, ranges } = contrary;
      const stretch = (passages.get(passageId) ?? '').slice(ranges.en?.from, ranges.en?.to);
      return [
        { key, sentence: text.en.slice(sentence.en?.from, sentence.en?.to), passageId, passage: stretch },
      ];
    }),
  );
}
