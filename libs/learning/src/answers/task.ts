/** A text in both languages; a missing one is shown in the other, marked. */
export interface BilingualText {
  readonly en?: string;
  readonly zh?: string;
}

/** What can be chosen. Its text is left out where an id of the vocabulary (a test, a finding) says it. */
export interface ChoiceOption {
  readonly id: string;
  readonly text?: BilingualText;
}

export interface ChoiceSpec {
  /** What is asked, where the task does not say it. */
  readonly ask?: BilingualText;
  readonly options: readonly ChoiceOption[];
  /** Whether more than one may be chosen. */
  readonly several: boolean;
}

/** A list with one planted error, line by line. */
export interface ErrorSpec {
  readonly lines: readonly { readonly id: string; readonly text?: BilingualText }[];
}

/** What a round asks for; what is right stands elsewhere, so that a task can be shown while it is open. */
export type Task =
  | { readonly task: 'differential' }
  | { readonly task: 'next-test' | 'next-question' | 'vote'; readonly spec: ChoiceSpec }
  | { readonly task: 'find-error'; readonly spec: ErrorSpec }
  | { readonly task: 'representation' };

/** The option of every choice of a test or question: to do nothing yet is a decision too. */
export const NO_TEST_YET = 'no-test-yet';

/** Fewest and most options of a choice. */
export const OPTIONS = { min: 2, max: 12 } as const;
