import {
  ANSWER_FORMATS,
  type AnswerFormat,
  type AnswerFormatSetting,
  type FormatState,
} from '../../ports/answer-format';
import { type TextRead } from '../../answers/answer-in-text';
import { LlmFault } from '../../ports/llm-fault';

/** What an endpoint says to a format that it does not know: DeepSeek and others 400, older versions of it 422. */
const REFUSALS = [400, 422];

/** What was read, where it was an answer. */
type Answered<R extends TextRead> = Extract<R, { readonly kind: 'answer' }>;

/**
 * The format in which an endpoint is asked. It is only ever stepped down, for the life of the process, and only where
 * the same question passes in the next: an endpoint that refuses all formats refuses the question.
 */
export class RememberedFormat {
  private known: FormatState;
  private listener: (state: FormatState) => void = () => undefined;

  constructor(private readonly setting: AnswerFormatSetting) {
    this.known =
      setting === 'auto' ? { format: 'json_schema', by: 'assumed' } : { format: setting, by: 'configured' };
  }

  get state(): FormatState {
    return this.known;
  }

  onChange(listener: (state: FormatState) => void): void {
    this.listener = listener;
  }

  /**
   * Asks in the format in use, then in those below it while they are refused.
   *
   * @param isStrict - an answer that cannot be read also steps down: for a question whose answer is known to be easy.
   * @throws LlmFault of the first format where none is taken.
   */
  async ask<R extends TextRead>(
    read: (format: AnswerFormat) => Promise<R>,
    isStrict = false,
  ): Promise<Answered<R>> {
    let first: LlmFault | undefined;
    for (const format of this.formats()) {
      const outcome = await read(format).catch((error: unknown) => {
        if (isRefusal(error)) return error;
        if (error instanceof LlmFault && error.code === 'unusable-answer')
          return { kind: 'unreadable' as const };
        throw error;
      });
      if (!(outcome instanceof LlmFault)) {
        if (isAnswer(outcome)) {
          this.remember(format);
          return outcome;
        }
        if (outcome.kind === 'unreadable' && !isStrict) {
          this.remember(format);
          throw new LlmFault('unusable-answer');
        }
      }
      first ??= outcome instanceof LlmFault ? outcome : new LlmFault('unusable-answer');
    }
    throw first ?? new LlmFault('unusable-answer');
  }

  /** That the endpoint was asked and nothing came of it. */
  noteFault(fault: LlmFault): void {
    if (this.state.by === 'assumed') this.become({ ...this.state, fault: fault.code });
  }

  private formats(): readonly AnswerFormat[] {
    const { format } = this.state;
    return this.setting === 'auto' ? ANSWER_FORMATS.slice(ANSWER_FORMATS.indexOf(format)) : [format];
  }

  private remember(format: AnswerFormat): void {
    const isLower = ANSWER_FORMATS.indexOf(format) >= ANSWER_FORMATS.indexOf(this.state.format);
    if (this.setting === 'auto' && isLower) this.become({ format, by: 'answered' });
  }

  private become(state: FormatState): void {
    const { format, by, fault } = this.known;
    this.known = state;
    if (state.format !== format || state.by !== by || state.fault !== fault) this.listener(state);
  }
}

function isAnswer<R extends TextRead>(read: R | { readonly kind: 'unreadable' }): read is Answered<R> {
  return read.kind === 'answer';
}

function isRefusal(error: unknown): error is LlmFault {
  return error instanceof LlmFault && error.status !== undefined && REFUSALS.includes(error.status);
}
