import { type Language } from '@openrounds/contracts';

/** A text in one language or both. */
export type Text = Readonly<Partial<Record<Language, string>>>;

/** One of several possible answers. */
export interface Option<Words = Text> {
  /** Within its question. */
  readonly id: string;
  readonly text: Words;
  readonly right: boolean;
  /** Why it is right, or wrong. */
  readonly feedback?: Words;
}

export interface Pair<Words = Text> {
  readonly id: string;
  readonly left: Words;
  readonly right: Words;
  readonly feedback?: Words;
}

/** How a question is answered. */
export type Response<Words = Text> =
  /** `single`: one option is right; `several`: any number of them, each right one counts as much as a wrong one takes. */
  | { readonly kind: 'single' | 'several'; readonly options: readonly Option<Words>[] }
  /** Right within `value` ± `tolerance`, both in `unit` as it is printed. */
  | { readonly kind: 'numeric'; readonly value: number; readonly tolerance: number; readonly unit?: string }
  /** Any of the accepted words is right; case does not count. */
  | { readonly kind: 'short-text'; readonly accepted: readonly Words[] }
  | { readonly kind: 'matching'; readonly pairs: readonly Pair<Words>[] }
  /** The entries in their right order. */
  | { readonly kind: 'ordering'; readonly entries: readonly { readonly id: string; readonly text: Words }[] }
  /** A list of diagnoses with probabilities, written out; a person marks it by the rubric. */
  | { readonly kind: 'differential'; readonly lines: number; readonly rubric: Words };

export interface Picture<Words = Text> {
  /** Name of the file, of letters, digits, `-`, `_` and `.`. */
  readonly name: string;
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly bytes: Uint8Array;
  /** What it shows, for who does not see it. */
  readonly alt: Words;
}

/** A question as it leaves the house, whatever the format. All texts are plain: nothing in them is markup. */
export interface Item<Words = Text> {
  /** Letters, digits, `-`, `_` and `.`, beginning with a letter; the same question has the same id in every export. */
  readonly id: string;
  readonly title: Words;
  /** What is known before the question is asked, in paragraphs. */
  readonly stem: readonly Words[];
  readonly ask: Words;
  readonly response: Response<Words>;
  /** Said after an answer, right or wrong. */
  readonly explanation: readonly Words[];
  readonly pictures?: readonly Picture<Words>[];
  /** Shown one by one after a wrong answer. */
  readonly hints?: readonly Words[];
  /** What each further try costs, as a share of the mark from 0 to 1. */
  readonly penalty?: number;
  readonly author: string;
  readonly licence: string;
  /** Of the case or question that it is made of, from 1. */
  readonly version: number;
}
