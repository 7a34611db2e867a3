import { type MaskedKind } from '@openrounds/contracts';

/** A stretch of the normalised text to mask, in UTF-16 units. */
export interface Hit {
  readonly start: number;
  readonly end: number;
}

/**
 * One kind of identifier. If the pattern has a group `it`, only that group is masked ("Mr [name]").
 * Every repetition is bounded, so that a pattern costs O(length) on any text.
 */
export interface MaskRule {
  readonly kind: MaskedKind;
  readonly pattern: RegExp;
  /** Whether a match really is an identifier. */
  readonly accept?: (masked: string, text: string, hit: Hit) => boolean;
  /** The part of a match that identifies; undefined if none does. */
  readonly trim?: (masked: string, hit: Hit) => Hit | undefined;
  /** A text in which this is not found is not searched: Chinese names need a Chinese character. */
  readonly needs?: RegExp;
  /** What stands in its place; `[kind]` if left out. */
  readonly placeholder?: (masked: string) => string;
}

/** A stretch to mask and what it is. */
export interface KindHit extends Hit {
  readonly kind: MaskedKind;
  /** What stands in its place; `[kind]` if left out. */
  readonly placeholder?: string;
}

/** Identifiers that no single pattern tells: a reader weighs words and their neighbours. Linear in the text. */
export interface MaskReader {
  readonly find: (text: string) => readonly KindHit[];
  readonly needs: RegExp;
}
