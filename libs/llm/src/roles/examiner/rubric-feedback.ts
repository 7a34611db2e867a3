/** One thing that a good problem representation has, as the teacher wrote it. */
export interface Criterion {
  readonly id: string;
  readonly text: string;
}

/** What an examiner is told who is to draft feedback: a student's sentence without identities, and the rubric. */
export interface LlmFeedbackRequest {
  readonly language: 'en' | 'zh';
  readonly representation: string;
  readonly rubric: readonly Criterion[];
}

/** A draft for one criterion. It holds no mark: what counts, the teacher says. */
export interface CriterionFeedback {
  readonly criterionId: string;
  readonly judgement: 'met' | 'partly' | 'missing';
  /** The student's words that meet it; null where it is missing. */
  readonly quote: string | null;
  readonly advice: string;
}

/** Why a line of feedback is not shown. */
export type FeedbackDrop = 'no-criterion' | 'repeated' | 'not-quoted' | 'not-plain';

export interface LlmFeedback {
  /** In the order of the rubric; criteria without a usable line are left out. */
  readonly criteria: readonly CriterionFeedback[];
  readonly dropped: Readonly<Partial<Record<FeedbackDrop, number>>>;
}
