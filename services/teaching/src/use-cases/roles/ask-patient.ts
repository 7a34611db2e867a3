import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  MOST_PATIENT_QUESTIONS,
  type AskPatientPayload,
  type CaseBody,
  type ListPatientQuestionsPayload,
  type ToldPatientQuestion,
  type Versions,
} from '@openrounds/contracts';
import { progressOf } from '@openrounds/learning';
import { CLOCK, type Clock } from '@openrounds/platform';
import { attemptOf, isOver, stateOf } from '../../model/assignment-view';
import { releasedStatements, withheldNames } from '../../model/released-statements';
import { factsByStage } from '../../model/stage-facts';
import { toldPatientQuestion } from '../../model/told-requests';
import { ASSIGNMENT_STORE, type AssignmentStore } from '../../ports/assignment-store';
import { CASE_LIBRARIES, type CaseLibraries } from '../../ports/case-library';
import { ROLE_REQUEST_STORE, type About, type RoleRequestStore } from '../../ports/role-request-store';
import { FindAssignment } from '../find-assignment';
import { ShowAttempt } from '../show-attempt';
import { OwnCase } from './own-case';
import { roleMeta } from './role-meta';

/** Whose patient is asked, by whom, and how far the case has been told. */
interface Conversation {
  readonly about: About;
  readonly owner: string;
  readonly body: CaseBody;
  readonly open: number;
  readonly versions: Versions;
}

/**
 * Asks the patient of a case. Of the case only what its open stages tell goes out, and no sentence or fact that names the diagnosis:
 * what a model is not told it cannot tell.
 */
@Injectable()
export class AskPatient {
  constructor(
    private readonly find: FindAssignment,
    private readonly showAttempt: ShowAttempt,
    private readonly ownCase: OwnCase,
    @Inject(ASSIGNMENT_STORE) private readonly assignments: Pick<AssignmentStore, 'readCase'>,
    @Inject(CASE_LIBRARIES) private readonly libraries: CaseLibraries,
    @Inject(ROLE_REQUEST_STORE) private readonly requests: Pick<RoleRequestStore, 'add' | 'list'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `not-found`, `learner-erased`, `case-erased`, `case-in-room`, `attempt-finished`, `forbidden`, `built-in-case`,
   *   `patient-silent`, `thread-full`
   * @throws BundleError when the knowledge version is not there
   */
  async execute(payload: AskPatientPayload, question: string): Promise<void> {
    const { meta, roleRequestId, language } = payload;
    const { about, owner, body, open, versions } = await this.conversationOf(payload);
    if (body.patientAnswers !== true) throw new DomainError('patient-silent');
    const { vocabulary } = await this.libraries.of(versions.knowledge);
    const facts = factsByStage(body, vocabulary)[open - 1];
    if (facts === undefined) throw new DomainError('not-found', 'The case has no such stage');
    const now = this.clock.now();
    await this.requests.add(
      {
        id: roleRequestId,
        tenantId: meta.tenantId,
        role: 'patient',
        ...{ about, owner, language },
        createdAt: now,
        asked: {
          language,
          facts,
          sentences: releasedStatements(body, open, language, vocabulary),
          question,
          withheld: withheldNames(body, vocabulary),
        },
        meta: roleMeta(meta, versions, owner, now),
      },
      MOST_PATIENT_QUESTIONS,
    );
  }

  /** @throws DomainError `not-found`, `learner-erased`, `case-in-room`, `forbidden`, `built-in-case` */
  async list(payload: ListPatientQuestionsPayload): Promise<ToldPatientQuestion[]> {
    const { meta, by } = payload;
    const { tenantId } = meta;
    const wanted =
      'attemptId' in payload
        ? await this.ownAttempt(payload)
        : (await this.ownCase.execute(tenantId, payload.caseId, by),
          { id: payload.caseId, owner: by.subject });
    const { id: aboutId, owner } = wanted;
    const stored = await this.requests.list({ tenantId, role: 'patient', aboutId, owner });
    return stored.map(toldPatientQuestion);
  }

  private async ownAttempt({ meta: { tenantId }, by, attemptId }: OfAttempt) {
    const { attempt, assignment, learner } = await this.find.ownAttempt(tenantId, attemptId, by);
    await this.showAttempt.requireFree(assignment, by);
    return { id: attemptId, owner: learner.learnerId, attempt, assignment };
  }

  private async conversationOf(payload: AskPatientPayload): Promise<Conversation> {
    const { meta, by, versions } = payload;
    if ('attemptId' in payload) return this.ofAttempt(payload);
    const { caseId, stages } = payload;
    const body = await this.ownCase.execute(meta.tenantId, caseId, by);
    const about = { kind: 'case', id: caseId, caseId } as const;
    return { about, owner: by.subject, body, open: Math.min(stages, body.stages.length), versions };
  }

  private async ofAttempt(payload: Extract<AskPatientPayload, OfAttempt>): Promise<Conversation> {
    const { id, owner, attempt, assignment } = await this.ownAttempt(payload);
    if (isOver(stateOf(attempt, assignment, this.clock.now()))) throw new DomainError('attempt-finished');
    const body = await this.assignments.readCase(assignment);
    if (body === undefined) throw new DomainError('case-erased');
    const { caseId, versions } = assignment;
    return {
      about: { kind: 'attempt', id, caseId },
      owner,
      body,
      open: progressOf(attemptOf(attempt, assignment)).stageNo,
      versions: { ...versions, llm: payload.versions.llm },
    };
  }
}

type OfAttempt = Extract<ListPatientQuestionsPayload, { readonly attemptId: string }>;
