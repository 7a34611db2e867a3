import { type ListPatientQuestionsPayload, type SealedRoleRequests } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { AskPatient } from '../use-cases/roles/ask-patient';
import { sealRoleRequests } from './seal-role-request';

/** Tells what somebody has asked a patient. */
@Handles('teaching-interactive', 'list-patient-questions.v1')
export class ListPatientQuestionsResponder {
  constructor(
    private readonly askPatient: AskPatient,
    private readonly sealer: Sealer,
  ) {}

  async answer(payload: ListPatientQuestionsPayload): Promise<SealedRoleRequests> {
    const told = await answerWithKnowledge(() => this.askPatient.list(payload));
    return sealRoleRequests(told, payload.meta, this.sealer);
  }
}
