import { type CaseForLlm } from '../../case/case-for-llm';
import { type Evidence, type KeptSentences, type SaidSentence } from '../../evidence/evidence';

/** An earlier question of a thread and what was kept of its answer. */
export interface TutorTurn {
  readonly question: string;
  readonly answer: readonly string[];
}

/** What a tutor is told: the evidence of a run, what was asked about it before, and the question. */
export interface LlmTutorRequest {
  readonly language: CaseForLlm['language'];
  readonly evidence: readonly Evidence[];
  /** The last turns of the thread, the oldest first. */
  readonly earlier: readonly TutorTurn[];
  /** Without identities. */
  readonly question: string;
  /** Whether to lead by a question rather than to tell. */
  readonly socratic: boolean;
}

/** What is kept of a tutor's answer. */
export interface LlmTutoring extends KeptSentences {
  /** Whether the model says that the evidence answers the question. Where it does not, no sentence is kept. */
  readonly answered: boolean;
  /** The question back, on evidence as every sentence; null where none was wanted or none stood. */
  readonly asksBack: SaidSentence | null;
}
