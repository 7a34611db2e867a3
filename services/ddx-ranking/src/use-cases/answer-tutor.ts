import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  SEAL_PLACES,
  TutorAsked,
  type TutorAnsweredPayload,
  type TutorAnswerPayload,
} from '@openrounds/contracts';
import { tutor } from '@openrounds/llm';
import { CLOCK, Sealer, type Clock } from '@openrounds/platform';
import { DiseaseNamesOfVersions } from '../model/disease-names-of-versions';
import { ENGINES, type Engines } from '../ports/engines';
import { IDENTITY_CHECK, type IdentityCheck } from '../ports/identity-check';
import { LANGUAGE_MODEL, LLM_BUDGET_MS, type LanguageModel } from '../ports/language-model';
import { askedFor } from './asked-for';
import { CheckSaid } from './check-said';
import { leftOfQuestion } from './left-of-question';

type Outcome = TutorAnsweredPayload['outcome'];

/**
 * Has the language model answer a question about a run from the run's evidence; what does not stand on it is dropped and counted, and
 * what names guideline passages is held against them.
 */
@Injectable()
export class AnswerTutor {
  private readonly names = new DiseaseNamesOfVersions();
  private readonly checking = new CheckSaid();

  constructor(
    @Inject(ENGINES) private readonly engines: Pick<Engines, 'of'>,
    @Inject(LANGUAGE_MODEL) private readonly llm: LanguageModel,
    @Inject(IDENTITY_CHECK) private readonly identities: IdentityCheck,
    @Inject(Sealer) private readonly sealer: Pick<Sealer, 'open'>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LLM_BUDGET_MS) private readonly budgetMs: number,
  ) {}

  /**
   * @throws DomainError `dependency-unavailable` where no language model is configured
   * @throws LlmFault where there is no answer to read
   */
  async execute(payload: TutorAnswerPayload, signal?: AbortSignal): Promise<Outcome> {
    const { meta, questionId, language, socratic, evidence } = payload;
    const { llm } = this;
    if (llm === null) throw new DomainError('dependency-unavailable', 'No language model is configured');
    const timeoutMs = leftOfQuestion(meta.acceptedAt, this.clock.now(), this.budgetMs);
    const asked = this.sealer.open(
      payload.asked,
      SEAL_PLACES.tutorAsked(meta.tenantId, questionId),
      TutorAsked,
    );
    const written = [asked.question, ...asked.earlier.map(({ question }) => question)];
    if (await this.identities.namesSomebody(written)) return { fault: 'identity' };
    const { bundle } = await this.engines.of(meta.versions.knowledge, null);
    const lines = evidence.map(({ id, text }) => ({ id, text }));
    const request = { language, socratic, evidence: lines, ...asked };
    const options = { timeoutMs, signal, language, ...askedFor(meta) };
    const { value, model, promptVersion } = await llm.ask(tutor(this.names.in(bundle)), request, options);
    const { answered, sentences, asksBack, dropped } = value;
    const checked = (each: (typeof sentences)[number]) =>
      this.checking.of(each, { bundle, language, evidence });
    const said = {
      answered,
      sentences: sentences.map(checked),
      asksBack: asksBack && checked(asksBack),
      dropped,
      generatedBy: { model, promptVersion },
    };
    const isEmpty = sentences.length === 0 && asksBack === null;
    return answered && isEmpty ? { fault: 'nothing-kept', said } : { said };
  }
}
