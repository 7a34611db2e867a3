import { setTimeout as sleep } from 'node:timers/promises';
import { type AnswerFormat } from '../../ports/answer-format';
import { answerInText, type TextRead } from '../../answers/answer-in-text';
import { type LlmCallOptions } from '../../ports/language-model';
import { LlmFault } from '../../ports/llm-fault';
import { type Asked, type Complete, type Completion } from './completion';
import { faultOf, retryAfterMs } from './fault-of';

/** Waits, or rejects when the signal ends the call. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<unknown>;

const wait: Wait = (ms, signal) => sleep(ms, undefined, { signal });

/** One question under one deadline, in whichever formats it is put. */
export class Question {
  private readonly deadline: AbortSignal;
  private readonly both: AbortSignal;
  private readonly endsAt: number;
  private readonly caller: AbortSignal | undefined;
  private waited = false;

  /** @param timeoutMs for all that the question leads to. */
  constructor(
    private readonly complete: Complete,
    private readonly asked: Asked,
    timeoutMs: number,
    { signal }: Pick<LlmCallOptions, 'signal'> = {},
    private readonly waiting: Wait = wait,
  ) {
    if (signal?.aborted) throw new LlmFault('aborted');
    this.caller = signal;
    this.deadline = AbortSignal.timeout(timeoutMs);
    this.both = signal === undefined ? this.deadline : AbortSignal.any([signal, this.deadline]);
    this.endsAt = performance.now() + timeoutMs;
  }

  /** @throws LlmFault where there is no text to read. */
  async read(format: AnswerFormat): Promise<TextRead & Omit<Completion, 'text'>> {
    const { text, ...took } = await this.completed(format);
    return { ...answerInText(text, this.asked.shape), ...took };
  }

  /** Tries again where the endpoint says when, that is soon enough, and it has not said so before. */
  private async completed(format: AnswerFormat): Promise<Completion> {
    try {
      return await this.complete(format, this.asked, this.both);
    } catch (error) {
      const fault = this.faultOf(error);
      const ms = fault.code === 'rate-limited' ? retryAfterMs(error) : undefined;
      if (ms === undefined || this.waited || performance.now() + ms >= this.endsAt) throw fault;
      this.waited = true;
      await this.waiting(ms, this.both).catch((ended: unknown) => {
        throw this.faultOf(ended);
      });
      return this.completed(format);
    }
  }

  private faultOf(error: unknown): LlmFault {
    return faultOf(error, { signal: this.caller, deadline: this.deadline });
  }
}
