export type ScoreInputFault =
  | 'unknown-input'
  | 'wrong-type'
  | 'out-of-range'
  | 'not-whole'
  | 'unknown-option';

export interface ScoreInputIssue {
  readonly inputId: string;
  readonly fault: ScoreInputFault;
  /** What would have been right: the range, or the options. */
  readonly allowed?: { readonly range: readonly [number, number] } | { readonly options: readonly string[] };
}

/** Thrown where an input cannot be what it says. Names every input that is at fault. */
export class ScoreInputError extends Error {
  override readonly name = 'ScoreInputError';

  constructor(readonly issues: readonly ScoreInputIssue[]) {
    super(issues.map(({ inputId, fault }) => `${inputId}: ${fault}`).join('; '));
  }
}
