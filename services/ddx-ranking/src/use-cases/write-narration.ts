import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  type NarrationFault,
  type NarrationWrittenPayload,
  type WriteNarrationPayload,
} from '@openrounds/contracts';
import { layNarrator, LlmFault, narrator } from '@openrounds/llm';
import { CLOCK, type Clock } from '@openrounds/platform';
import { DiseaseNamesOfVersions } from '../model/disease-names-of-versions';
import { ENGINES, type Engines } from '../ports/engines';
import { LANGUAGE_MODEL, LLM_BUDGET_MS, type LanguageModel } from '../ports/language-model';
import { askedFor } from './asked-for';
import { CheckSaid } from './check-said';
import { leftOfQuestion } from './left-of-question';

type Outcome = NarrationWrittenPayload['outcome'];

const ROLES = { clinician: narrator, patient: layNarrator } as const;

/**
 * Has the language model tell a run in sentences; what does not stand on its evidence is dropped and counted, and what names
 * guideline passages is held against them.
 */
@Injectable()
export class WriteNarration {
  private readonly names = new DiseaseNamesOfVersions();
  private readonly checking = new CheckSaid();

  constructor(
    @Inject(ENGINES) private readonly engines: Pick<Engines, 'of'>,
    @Inject(LANGUAGE_MODEL) private readonly llm: LanguageModel,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LLM_BUDGET_MS) private readonly budgetMs: number,
  ) {}

  /**
   * @throws DomainError `dependency-unavailable` where no language model is configured
   * @throws LlmFault where there is no answer to read
   */
  async execute(payload: WriteNarrationPayload, signal?: AbortSignal): Promise<Outcome> {
    const { meta, audience, language, evidence } = payload;
    const { llm } = this;
    if (llm === null) throw new DomainError('dependency-unavailable', 'No language model is configured');
    const timeoutMs = leftOfQuestion(meta.acceptedAt, this.clock.now(), this.budgetMs);
    const { bundle } = await this.engines.of(meta.versions.knowledge, null);
    const role = ROLES[audience](this.names.in(bundle));
    const lines = evidence.map(({ id, text }) => ({ id, text }));
    const options = { timeoutMs, signal, language, ...askedFor(meta) };
    const { value, model, promptVersion } = await llm.ask(role, { language, evidence: lines }, options);
    const said = {
      sentences: value.sentences.map((each) => this.checking.of(each, { bundle, language, evidence })),
      dropped: value.dropped,
      generatedBy: { model, promptVersion },
    };
    return said.sentences.length > 0 ? { said } : { fault: 'nothing-kept', said };
  }
}

/** What is told of a fault: whether there was an answer at all. */
export function faultTold(fault: Error): NarrationFault {
  const { cause } = fault;
  const origin = fault instanceof LlmFault ? fault : cause;
  return origin instanceof LlmFault && origin.code === 'unusable-answer' ? 'unusable-answer' : 'no-answer';
}
