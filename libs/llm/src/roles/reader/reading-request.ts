/** What a reader is told: texts without identities, and the findings that they may be speaking of. */
export interface LlmReadingRequest {
  /** Of the texts, and of the names. */
  readonly language: 'en' | 'zh';
  readonly texts: readonly string[];
  readonly candidates: readonly FindingForLlm[];
}

/** A finding that may be reported. */
export interface FindingForLlm {
  readonly findingId: string;
  readonly name: string;
  /** Of a categorical finding. */
  readonly states?: readonly string[] | undefined;
}

/** What a language model says that a text tells: of the right form, and otherwise unchecked. */
export interface LlmReadFinding {
  readonly findingId: string;
  readonly state?: string | null | undefined;
  /** As the model copied it; empty where it copied more than a quotation is. */
  readonly quote: string;
  readonly presence: 'present' | 'absent';
  readonly whose: 'patient' | 'other';
  readonly when: 'now' | 'past';
}
