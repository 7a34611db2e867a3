import { type LlmFaultCode } from './llm-fault';

/**
 * How an endpoint is held to the schema of an answer, the strictest first: by the schema itself, by JSON of any shape
 * with the schema told in words, or by words alone.
 */
export const ANSWER_FORMATS = ['json_schema', 'json_object', 'text'] as const;
export type AnswerFormat = (typeof ANSWER_FORMATS)[number];

/** What an operator may configure: `auto` finds out what the endpoint takes. */
export type AnswerFormatSetting = AnswerFormat | 'auto';

/** What is known of the format in use. */
export interface FormatState {
  readonly format: AnswerFormat;
  /** `assumed`: nothing is known yet; `answered`: the endpoint has answered in it, or has refused those before it. */
  readonly by: 'configured' | 'assumed' | 'answered';
  /** Why it is still not known, after the endpoint was asked. */
  readonly fault?: LlmFaultCode;
}

/** Finds out, and remembers for the life of the process, which format an endpoint takes. */
export interface FormatChoice {
  readonly state: FormatState;
  /** Asks once, with a tiny made-up case; never rejects. Asks nothing where the format is configured. */
  probe(signal?: AbortSignal): Promise<FormatState>;
  /** Tells whenever something else is known, by the probe or by a later question. */
  onChange(listener: (state: FormatState) => void): void;
}
