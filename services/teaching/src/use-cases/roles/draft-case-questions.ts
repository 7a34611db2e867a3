import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  MOST_DRAFTS,
  type DraftQuestionsPayload,
  type ListQuestionDraftsPayload,
  type ToldQuestionDrafts,
} from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { draftingEvidence } from '../../model/drafting-evidence';
import { factsByStage } from '../../model/stage-facts';
import { toldQuestionDrafts } from '../../model/told-requests';
import { CASE_LIBRARIES, type CaseLibraries } from '../../ports/case-library';
import { ROLE_REQUEST_STORE, type RoleRequestStore } from '../../ports/role-request-store';
import { OwnCase } from './own-case';
import { requiredMeta } from './role-meta';

/** Has questions drafted of a teacher's own case. Only who owns the case sees drafts. */
@Injectable()
export class DraftCaseQuestions {
  constructor(
    private readonly ownCase: OwnCase,
    @Inject(CASE_LIBRARIES) private readonly libraries: CaseLibraries,
    @Inject(ROLE_REQUEST_STORE) private readonly requests: Pick<RoleRequestStore, 'add' | 'list'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `not-found`, `forbidden`, `case-erased`, `built-in-case`, `thread-full`, `dependency-unavailable`
   * @throws BundleError when the knowledge version is not there
   */
  async execute(payload: DraftQuestionsPayload): Promise<void> {
    const { meta, by, roleRequestId, caseId, versions, language, count } = payload;
    const body = await this.ownCase.execute(meta.tenantId, caseId, by);
    const { vocabulary } = await this.libraries.of(versions.knowledge);
    const facts = factsByStage(body, vocabulary).at(-1);
    if (facts === undefined) throw new DomainError('not-found', 'The case has no stage');
    const now = this.clock.now();
    await this.requests.add(
      {
        id: roleRequestId,
        tenantId: meta.tenantId,
        role: 'question-drafter',
        about: { kind: 'case', id: caseId, caseId },
        owner: by.subject,
        language,
        createdAt: now,
        asked: {
          ...{ language, facts, count },
          key: body.key.diagnosis,
          evidence: draftingEvidence(body, language),
        },
        meta: requiredMeta(meta, versions, by.subject, now),
      },
      MOST_DRAFTS,
    );
  }

  /** The newest first. @throws DomainError `not-found`, `forbidden`, `case-erased`, `built-in-case` */
  async list({ meta: { tenantId }, by, caseId }: ListQuestionDraftsPayload): Promise<ToldQuestionDrafts[]> {
    await this.ownCase.execute(tenantId, caseId, by);
    const stored = await this.requests.list({ tenantId, role: 'question-drafter', aboutId: caseId });
    return stored.toReversed().map(toldQuestionDrafts);
  }
}
