import { type LlmUsage } from '../ports/language-model';

/** Whose question it is: answers are kept for a tenant, and go with any case that they were given to. */
export interface AnswerOwner {
  readonly tenantId: string;
  readonly caseId: string;
}

/** An answer as it came, to be read again by the role that is asked. */
export interface KeptAnswer {
  readonly raw: unknown;
  /** Which model gave it. */
  readonly model: string;
  readonly usage?: LlmUsage | undefined;
}

/** Port: answers by the key of their question. */
export interface AnswerStore {
  /** Notes that the case was given the answer. Undefined where there is none, or the case was erased. */
  find(owner: AnswerOwner, key: string): Promise<KeptAnswer | undefined>;
  /** Does nothing where an answer is kept already, or the case was erased. */
  keep(owner: AnswerOwner, key: string, answer: KeptAnswer): Promise<void>;
}
