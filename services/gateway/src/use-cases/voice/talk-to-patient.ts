import { Inject, Injectable } from '@nestjs/common';
import {
  ToldPatientQuestions,
  type AskPatientInput,
  type PatientConversation,
  type SealedRoleRequests,
} from '@openrounds/contracts';
import { presentConversation } from '@openrounds/presentation';
import { SERVICES, type Services } from '../../ports/services';
import { type Idempotency } from '../claim-id';
import { askerOf, type TeachingRequest } from '../teaching-cases';
import { RoleRequests } from './role-requests';

/** Whose patient: that of a learner's attempt, or of a teacher's own case. */
export type PatientOf = { readonly attemptId: string } | { readonly caseId: string };
export type PatientAskedOf =
  | { readonly attemptId: string }
  | { readonly caseId: string; readonly stages: number };

/** Questions to the patient of a case: de-identified here, kept by teaching, told with what each sentence rests on. */
@Injectable()
export class TalkToPatient {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    private readonly requests: RoleRequests,
  ) {}

  /** @throws DomainError `not-found`, `patient-silent`, `thread-full`, `attempt-finished`, `case-in-room`, `forbidden` … */
  async ask(
    request: TeachingRequest,
    of: PatientAskedOf,
    { question, language }: AskPatientInput,
    idempotency: Idempotency,
  ): Promise<PatientConversation> {
    const { principal, meta } = request;
    const operation = 'attemptId' in of ? 'askPatient' : 'askPatientOfCase';
    const [written = ''] = await this.requests.masked([question]);
    const roleRequestId = await this.requests.claim(principal, operation, idempotency);
    const told = await this.services.ask('ask-patient.v1', {
      meta,
      by: askerOf(principal),
      roleRequestId,
      versions: this.requests.versions(),
      language,
      sealed: this.requests.seal(written, principal, roleRequestId),
      ...of,
    });
    return this.tell(told, request);
  }

  /** @throws DomainError `not-found`, `case-in-room`, `forbidden` … */
  async read(request: TeachingRequest, of: PatientOf): Promise<PatientConversation> {
    const { principal, meta } = request;
    const payload = { meta, by: askerOf(principal), ...of };
    return this.tell(await this.services.ask('list-patient-questions.v1', payload), request);
  }

  private tell(told: SealedRoleRequests, request: TeachingRequest): PatientConversation {
    return presentConversation(this.requests.open(told, request, ToldPatientQuestions), request.language);
  }
}
