import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, type Periodic } from '@openrounds/platform';
import { LLM_ANSWERS, type LlmAnswers } from '../ports/llm-answers';
import { LLM_USAGE, type LlmUsageStore } from '../ports/llm-usage';

export const KEEP_LLM_ANSWERS_SECONDS = Symbol('KeepLlmAnswersSeconds');

/** What was used is kept for a month, for those who look after the costs. */
const KEEP_USAGE_DAYS = 31;
const DAY_MS = 86_400_000;

/** Retention: answers of the language model and counts of its tokens that were kept long enough are deleted. */
@Injectable()
export class ForgetLlm implements Periodic {
  constructor(
    @Inject(LLM_ANSWERS) private readonly answers: Pick<LlmAnswers, 'forget'>,
    @Inject(LLM_USAGE) private readonly usage: Pick<LlmUsageStore, 'forget'>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(KEEP_LLM_ANSWERS_SECONDS) private readonly keepSeconds: number,
  ) {}

  async execute(): Promise<number> {
    const now = this.clock.now().getTime();
    const answers = await this.answers.forget(new Date(now - this.keepSeconds * 1000));
    const firstDay = new Date(now - KEEP_USAGE_DAYS * DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length);
    return answers + (await this.usage.forget(firstDay));
  }
}
