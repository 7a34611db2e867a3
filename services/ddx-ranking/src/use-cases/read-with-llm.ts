import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  ReadingTexts,
  type ReadingBlock,
  type RunMeta,
  type RunReading,
  SEAL_PLACES,
} from '@openrounds/contracts';
import { exchangeOf, READER } from '@openrounds/llm';
import { CLOCK, Metrics, Sealer, type Clock } from '@openrounds/platform';
import { IDENTITY_CHECK, type IdentityCheck } from '../ports/identity-check';
import { INTAKE, type Intake } from '../ports/intake';
import { LANGUAGE_MODEL, LLM_BUDGET_MS, type LanguageModel } from '../ports/language-model';
import { leftOfRun } from './left-of-run';

/**
 * Has the language model read the texts of a run's case, de-identified, beside the rules. The service that holds the texts
 * gives them out and checks what comes of them; nothing of either is kept here.
 */
@Injectable()
export class ReadWithLlm {
  constructor(
    @Inject(LANGUAGE_MODEL) private readonly llm: LanguageModel,
    @Inject(INTAKE) private readonly intake: Pick<Intake, 'readingMaterial' | 'checkReading'>,
    @Inject(IDENTITY_CHECK) private readonly identities: IdentityCheck,
    @Inject(Sealer) private readonly sealer: Pick<Sealer, 'open' | 'seal'>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LLM_BUDGET_MS) private readonly budgetMs: number,
    @Inject(Metrics) private readonly metrics: Pick<Metrics, 'readingsBlocked'>,
  ) {}

  /**
   * @throws DomainError `dependency-unavailable` where no language model is configured, `case-erased`
   * @throws LlmFault for every way in which there is no usable answer
   */
  async execute(meta: RunMeta, signal?: AbortSignal): Promise<RunReading> {
    const { llm } = this;
    if (llm === null) throw new DomainError('dependency-unavailable', 'No language model is configured');
    const { tenantId, runId, acceptedAt } = meta;
    this.leftOf(acceptedAt);
    const material = await this.intake.readingMaterial(meta);
    if (material.kind === 'no-text') return unread();
    if (material.kind === 'too-long') return this.blocked('too-long');
    const texts = this.sealer.open(material.sealed, SEAL_PLACES.readingTexts(tenantId, runId), ReadingTexts);
    if (await this.identities.namesSomebody(texts.texts)) return this.blocked('identity');
    const timeoutMs = this.leftOf(acceptedAt);
    const { language } = texts;
    const reply = await llm.ask(READER, texts, { timeoutMs, signal, tenantId, language });
    const { coded, quotes } = await this.intake.checkReading({
      meta,
      model: reply.model,
      promptVersion: reply.promptVersion,
      proposals: this.sealer.seal(reply.value, SEAL_PLACES.readingProposals(tenantId, runId)),
    });
    return { coded: { ...coded, exchanges: [exchangeOf(READER, texts, reply)] }, quotes };
  }

  private leftOf(acceptedAt: string): number {
    return leftOfRun(acceptedAt, this.clock.now(), this.budgetMs);
  }

  private blocked(reason: ReadingBlock): RunReading {
    this.metrics.readingsBlocked.inc({ reason });
    return unread(reason);
  }
}

const unread = (blocked?: ReadingBlock): RunReading => ({
  coded: {
    used: false,
    model: null,
    promptVersion: null,
    findings: [],
    dropped: {},
    ...(blocked && { blocked }),
  },
  quotes: null,
});
