/** Something that a sentence may rest on: a line about a run, in the language of the request. */
export interface Evidence {
  /** Unique in its run, e.g. `finding:fever`. */
  readonly id: string;
  readonly text: string;
}

/** A sentence of a model, with the ids that it rests on. */
export interface SaidSentence {
  readonly text: string;
  readonly evidence: readonly string[];
}

/** Why a sentence of a model was not kept. */
export const DROP_REASONS = [
  'no-evidence',
  'unknown-evidence',
  'unheld-number',
  'unheld-disease',
  'markup',
  'jargon',
  'too-long',
] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/** What was kept of an answer in sentences, and how many were dropped for which reason. */
export interface KeptSentences {
  readonly sentences: readonly SaidSentence[];
  readonly dropped: Readonly<Partial<Record<DropReason, number>>>;
}
