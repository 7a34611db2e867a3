import { type CaseForLlm } from '../../case/case-for-llm';

/** Something that a question may lean on: a sentence of the case's teaching text, or a row of its evidence. */
export interface EvidenceForLlm {
  readonly id: string;
  readonly text: string;
}

/** What an examiner is told who is to draft questions: the case, its key, and what may be explained by. */
export interface LlmDraftingRequest extends CaseForLlm {
  /** The right diagnosis, by the teacher's key. */
  readonly key: string;
  readonly evidence: readonly EvidenceForLlm[];
  /** 1 to 10. */
  readonly count: number;
}

/** A draft of a question with one best answer. A teacher reads it before anybody is asked it. */
export interface QuestionDraft {
  readonly stem: string;
  /** 3 to 6, of which one is right. */
  readonly options: readonly { readonly text: string; readonly right: boolean }[];
  readonly explanation: readonly { readonly text: string; readonly evidenceIds: readonly string[] }[];
}

/** Why a draft, or a sentence of its explanation, is not shown. */
export type DraftDrop = 'not-plain' | 'number' | 'options' | 'no-evidence';

export interface LlmQuestionDrafts {
  readonly drafts: readonly QuestionDraft[];
  readonly dropped: Readonly<Partial<Record<DraftDrop, number>>>;
}
