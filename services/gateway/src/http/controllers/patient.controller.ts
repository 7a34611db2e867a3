import { Controller, Req } from '@nestjs/common';
import { type PatientConversation, type Principal } from '@openrounds/contracts';
import { TalkToPatient } from '../../use-cases/voice/talk-to-patient';
import { type ApiRequest } from '../api-request';
import { idempotencyOf } from '../idempotency-key';
import { Caller, Input, Operate, type OperationInput } from '../operate';
import { teachingRequest } from '../teaching-request';

/** Questions to the patient of a case. */
@Controller()
export class PatientController {
  constructor(private readonly patient: TalkToPatient) {}

  @Operate('askPatient')
  ask(
    @Input() { params, body }: OperationInput<'askPatient'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<PatientConversation> {
    const of = { attemptId: params.id };
    return this.patient.ask(teachingRequest(request, principal), of, body, idempotencyOf(request));
  }

  @Operate('getPatientConversation')
  read(
    @Input() { params }: OperationInput<'getPatientConversation'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<PatientConversation> {
    return this.patient.read(teachingRequest(request, principal), { attemptId: params.id });
  }

  @Operate('askPatientOfCase')
  askOfCase(
    @Input() { params, body }: OperationInput<'askPatientOfCase'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<PatientConversation> {
    const { stages, ...question } = body;
    const of = { caseId: params.id, stages };
    return this.patient.ask(teachingRequest(request, principal), of, question, idempotencyOf(request));
  }

  @Operate('getPatientConversationOfCase')
  readOfCase(
    @Input() { params }: OperationInput<'getPatientConversationOfCase'>,
    @Caller() principal: Principal,
    @Req() request: ApiRequest,
  ): Promise<PatientConversation> {
    return this.patient.read(teachingRequest(request, principal), { caseId: params.id });
  }
}
