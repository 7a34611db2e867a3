export type KnowledgeIssueCode =
  | 'duplicate-id'
  | 'unknown-id'
  | 'parent-not-binary'
  | 'is-a-cycle'
  | 'too-few-states'
  | 'probability-out-of-range'
  | 'baseline-state-missing'
  | 'must-explain-domain'
  | 'duplicate-link'
  | 'link-domain'
  | 'likelihood-ratio-out-of-range'
  | 'prior-not-positive'
  | 'multiplier-not-positive'
  | 'threshold-out-of-range'
  | 'outcome-count'
  | 'outcome-domain'
  | 'outcome-contradiction'
  | 'weight-negative'
  | 'age-range';

export interface KnowledgeIssue {
  readonly code: KnowledgeIssueCode;
  /** The finding, disease, test or red flag that is at fault. */
  readonly id: string;
  /** What it names or holds that is wrong. */
  readonly detail: string;
}

/** Thrown by `compileKnowledge`: the knowledge cannot be scored. Holds every issue, not only the first. */
export class InvalidKnowledgeError extends Error {
  override readonly name = 'InvalidKnowledgeError';

  constructor(readonly issues: readonly KnowledgeIssue[]) {
    super(issues.map((issue) => `${issue.id}: ${issue.code} (${issue.detail})`).join('; '));
  }
}
