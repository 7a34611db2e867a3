import { type FormatChoice } from './answer-format';
import { type Role } from './role';

/**
 * Port: ask a language model to act in a role. What guards a model (breaker, cache, budgets) is a function from one
 * `LanguageModel` to another.
 */
export interface LanguageModel {
  /** The model asked, as configured. */
  readonly model: string;
  /** How an endpoint is held to the schema; absent where there is none to hold. */
  readonly format?: FormatChoice | undefined;
  /** @throws LlmFault for every way in which there is no usable answer. */
  ask<I, O>(role: Role<I, O>, input: I, options?: LlmCallOptions): Promise<LlmReply<O>>;
}

/** How a question is asked, and for whom; nothing of it reaches the endpoint. */
export interface LlmCallOptions {
  /** Calls the question off: `aborted`. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds that the caller waits, where that is less than is configured: `timeout`. */
  readonly timeoutMs?: number | undefined;
  /** Whose budget it is. */
  readonly tenantId?: string | undefined;
  readonly userId?: string | undefined;
  /** The case that an answer is given to, and SHA-256 of the knowledge asked with: with both, answers may be kept. */
  readonly caseId?: string | undefined;
  readonly knowledge?: string | undefined;
  /** Of the reader of the answer; the prompt has it from the input. */
  readonly language?: 'en' | 'zh' | undefined;
}

/** An answer, read, with what it took. */
export interface LlmReply<O> {
  readonly value: O;
  /** As it was parsed, before it was read: for those that keep answers to read them again. Never shown. */
  readonly raw: unknown;
  readonly model: string;
  readonly promptVersion: string;
  /** As the endpoint counts; absent where it does not say. */
  readonly usage?: LlmUsage | undefined;
  /** Milliseconds from the question to the answer, with all that was tried for it. */
  readonly latencyMs: number;
  /** Milliseconds from the last request to the first piece of text; of a whole answer to its end. */
  readonly firstTextMs: number;
  /** Whether it was given without asking the model. */
  readonly cached: boolean;
}

/** Tokens of one request. */
export interface LlmUsage {
  readonly promptTokens: number;
  readonly completionTokens: number;
}
