import { type AnswerFormat } from './answer-format';
import { type LlmFaultCode } from './llm-fault';

/** What came of one question. Times are in whole milliseconds, from the question on. */
export type AskedOutcome =
  | { readonly outcome: 'works'; readonly firstTextMs: number; readonly wholeMs: number }
  /** It said the schema back. */
  | { readonly outcome: 'echoes' }
  /** It answered with something else than was asked for. */
  | { readonly outcome: 'unreadable' }
  /** Another question had shown that it would come to nothing. */
  | { readonly outcome: 'not-asked' }
  | { readonly outcome: 'fault'; readonly code: LlmFaultCode; readonly status?: number };

/** What works with an endpoint. Nothing of it is secret: no key, and nothing that the endpoint wrote. */
export interface EndpointCheck {
  /** Without user, password and parameters. */
  readonly endpoint: string;
  readonly model: string;
  readonly reached: boolean;
  /** null: not known, since nothing was answered that would tell. */
  readonly keyAccepted: boolean | null;
  readonly modelThere: boolean | null;
  readonly formats: Readonly<Record<AnswerFormat, AskedOutcome>>;
  /** In pieces, in the format that `auto` chooses, or as text where there is none. */
  readonly streaming: AskedOutcome;
  /** The format that `auto` chooses; null: none gives an answer that can be read. */
  readonly auto: AnswerFormat | null;
  /** Whether it can be used as it is configured. */
  readonly usable: boolean;
}
