import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  ROLE_SHAPES,
  SEAL_PLACES,
  type DraftFault,
  type PlayRolePayload,
  type Sealed,
} from '@openrounds/contracts';
import { CLOCK, Sealer, type Clock } from '@openrounds/platform';
import { DiseaseNamesOfVersions } from '../model/disease-names-of-versions';
import { ENGINES, type Engines } from '../ports/engines';
import { LANGUAGE_MODEL, LLM_BUDGET_MS, type LanguageModel } from '../ports/language-model';
import { leftOfQuestion } from './left-of-question';
import { DraftFeedback } from './roles/draft-feedback';
import { DraftQuestions } from './roles/draft-questions';
import { type RoleAsked, type RolePlayed } from './roles/role-asked';
import { SpeakAsPatient } from './roles/speak-as-patient';

/** What came of a request, as it travels. */
export interface SealedRolePlayed {
  readonly sealed?: Sealed;
  readonly fault: DraftFault | null;
}

/** Has the language model play a role for teaching. What it is asked and what is kept of its answer is sealed on the way. */
@Injectable()
export class PlayRole {
  private readonly names = new DiseaseNamesOfVersions();

  constructor(
    @Inject(ENGINES) private readonly engines: Pick<Engines, 'of'>,
    @Inject(LANGUAGE_MODEL) private readonly llm: LanguageModel,
    @Inject(SpeakAsPatient) private readonly patient: Pick<SpeakAsPatient, 'execute'>,
    @Inject(DraftQuestions) private readonly questions: Pick<DraftQuestions, 'execute'>,
    @Inject(DraftFeedback) private readonly feedback: Pick<DraftFeedback, 'execute'>,
    @Inject(Sealer) private readonly sealer: Pick<Sealer, 'open' | 'seal'>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LLM_BUDGET_MS) private readonly budgetMs: number,
  ) {}

  /**
   * @throws DomainError `dependency-unavailable` where no language model is configured
   * @throws LlmFault where there is no answer to read
   */
  async execute(payload: PlayRolePayload, signal?: AbortSignal): Promise<SealedRolePlayed> {
    const { meta, roleRequestId } = payload;
    const { llm } = this;
    if (llm === null) throw new DomainError('dependency-unavailable', 'No language model is configured');
    const timeoutMs = leftOfQuestion(meta.acceptedAt, this.clock.now(), this.budgetMs);
    const { bundle } = await this.engines.of(meta.versions.knowledge, null);
    const { tenantId, userId } = meta;
    const { said, fault } = await this.play(payload, {
      llm,
      bundle,
      diseases: this.names.in(bundle),
      meta,
      roleRequestId,
      call: { timeoutMs, signal, tenantId, userId },
    });
    if (said === undefined) return { fault };
    return { sealed: this.sealer.seal(said, SEAL_PLACES.roleSaid(tenantId, roleRequestId)), fault };
  }

  private play(
    { meta, role, roleRequestId, sealed }: PlayRolePayload,
    given: RoleAsked,
  ): Promise<RolePlayed<unknown>> {
    const place = SEAL_PLACES.roleAsked(meta.tenantId, roleRequestId);
    switch (role) {
      case 'patient':
        return this.patient.execute(this.sealer.open(sealed, place, ROLE_SHAPES.patient.asked), given);
      case 'question-drafter':
        return this.questions.execute(this.sealer.open(sealed, place, ROLE_SHAPES[role].asked), given);
      case 'feedback-drafter':
        return this.feedback.execute(this.sealer.open(sealed, place, ROLE_SHAPES[role].asked), given);
    }
  }
}
