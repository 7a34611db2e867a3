import { type QuotedSpan } from './understanding';

/** A text of a case: its narrative, or that of one of its stages (from 0 on). */
export interface CaseText {
  readonly stage: number | null;
  readonly text: string;
}

/** A finding that a text may be speaking of. */
export interface CandidateFinding {
  readonly findingId: string;
  /** In the language of the text. */
  readonly name: string;
  /** Of a categorical finding: one of these is proposed. */
  readonly states?: readonly string[];
}

/** What another reader, such as a language model, says that a text tells. Nothing of it is believed unchecked. */
export interface FindingProposal {
  readonly findingId: string;
  /** Of a categorical finding. */
  readonly state?: string | null | undefined;
  /** The words of the text. */
  readonly quote: string;
  readonly presence: 'present' | 'absent';
  readonly whose: 'patient' | 'other';
  readonly when: 'now' | 'past';
}

/** Why a proposal does not count. */
export const DROP_REASONS = [
  'not-offered',
  'no-such-state',
  'not-quoted',
  'denied',
  'affirmed',
  'other-person',
  'past',
  'not-stated',
  'repeated',
] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/** What a proposal is beside what the rules read: the same, something more, or the contrary. */
export type ProposalVerdict = 'agrees' | 'adds' | 'contradicts';

/** A proposal that stands, with its place in the text. */
export interface StandingProposal extends QuotedSpan {
  readonly verdict: ProposalVerdict;
  readonly findingId: string;
  readonly presence?: 'present' | 'absent';
  readonly state?: string;
  /** 0.8, as what a person has not said; 0.7 where the text doubts it. */
  readonly certainty: number;
  readonly stage: number | null;
}
