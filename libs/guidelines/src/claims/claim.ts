import { type Localised, type PassageLanguage } from '../passage';

/**
 * What the passages say of a statement, by their words alone: one holds its terms, numbers and polarity; none does; one holds its terms with
 * another number or the opposite polarity. None of this is a judgement on whether the statement is true.
 */
export const CLAIM_VERDICTS = ['lexically-supported', 'not-addressed', 'contradicted'] as const;
export type ClaimVerdict = (typeof CLAIM_VERDICTS)[number];

/** Characters of a text, as JavaScript counts them (UTF-16 units), the end excluded. */
export interface CharacterRange {
  readonly from: number;
  readonly to: number;
}

/** Ranges of a text in the languages that it exists in. */
export type LocalisedRange = { readonly [language in PassageLanguage]?: CharacterRange | undefined };

/** A passage as claims are held against it. */
export interface ClaimPassage {
  readonly id: string;
  readonly text: Localised;
  readonly forDiseases: readonly string[];
}

/** A passage and its sentences that carry a verdict. */
export interface ClaimEvidence {
  readonly passageId: string;
  readonly ranges: LocalisedRange;
}

/** One sentence of a statement and what the passages say of it. */
export interface CheckedSentence {
  /** Where the sentence stands in the statement. */
  readonly sentence: LocalisedRange;
  readonly verdict: ClaimVerdict;
  /** None where no passage addresses the sentence. */
  readonly evidence?: ClaimEvidence;
  /** Of a supported sentence: a passage that contradicts it. Passages may disagree, and support is what is said first. */
  readonly against?: ClaimEvidence;
}
