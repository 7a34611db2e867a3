import { type AskPatientPayload, type SealedRoleRequests } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { z } from 'zod';
import { AskPatient } from '../use-cases/roles/ask-patient';
import { openGivenRequest, sealRoleRequests } from './seal-role-request';

/** Asks the patient of an attempt or of a teacher's own case. */
@Handles('teaching-interactive', 'ask-patient.v1')
export class AskPatientResponder {
  constructor(
    private readonly askPatient: AskPatient,
    private readonly sealer: Sealer,
  ) {}

  async answer(payload: AskPatientPayload): Promise<SealedRoleRequests> {
    const question = openGivenRequest(payload, this.sealer, z.string());
    await answerWithKnowledge(() => this.askPatient.execute(payload, question));
    return sealRoleRequests(await this.askPatient.list(payload), payload.meta, this.sealer);
  }
}
