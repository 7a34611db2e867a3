import { type Provider } from '@nestjs/common';
import { HOURLY, type IntegrationConfig, type PeriodicWork } from '@openrounds/platform';
import { HttpEhrProbe } from './adapters/http-ehr-probe';
import { KeptEhrKeySets } from './adapters/kept-ehr-key-sets';
import { CDS_SANDBOX, FEEDBACK_KEPT_SECONDS, publicSandbox } from './cds-settings';
import { TypeOrmCdsStore } from './persistence/typeorm-cds-store';
import { TypeOrmEhrClients } from './persistence/typeorm-ehr-clients';
import { CDS_STORE } from './ports/cds-store';
import { EHR_CLIENT_STORE } from './ports/ehr-client-store';
import { EHR_KEY_SETS } from './ports/ehr-key-sets';
import { EHR_PROBE } from './ports/ehr-probe';
import { CdsOriginResponder } from './processors/cds-origin.responder';
import { CheckEhrClientResponder } from './processors/check-ehr-client.responder';
import { ListEhrClientsResponder } from './processors/list-ehr-clients.responder';
import { RecordCdsFeedbackResponder } from './processors/record-cds-feedback.responder';
import { RegisterEhrClientResponder } from './processors/register-ehr-client.responder';
import { RemoveEhrClientResponder } from './processors/remove-ehr-client.responder';
import { VerifyCdsTokenResponder } from './processors/verify-cds-token.responder';
import { AnswerCdsCalls } from './use-cases/answer-cds-calls';
import { ForgetCds } from './use-cases/forget-cds';
import { ManageEhrClients } from './use-cases/manage-ehr-clients';

/** Training EHRs, and their calls by CDS Hooks. */
export const ehrOf = (config: IntegrationConfig): Provider[] => [
  { provide: CDS_SANDBOX, useValue: publicSandbox(config.CDS_HOOKS_SANDBOX) },
  { provide: FEEDBACK_KEPT_SECONDS, useValue: config.RETENTION_CDS_FEEDBACK_SECONDS },
  { provide: CDS_STORE, useClass: TypeOrmCdsStore },
  { provide: EHR_CLIENT_STORE, useClass: TypeOrmEhrClients },
  { provide: EHR_KEY_SETS, useClass: KeptEhrKeySets },
  { provide: EHR_PROBE, useClass: HttpEhrProbe },
  AnswerCdsCalls,
  ForgetCds,
  ManageEhrClients,
  CdsOriginResponder,
  CheckEhrClientResponder,
  ListEhrClientsResponder,
  RecordCdsFeedbackResponder,
  RegisterEhrClientResponder,
  RemoveEhrClientResponder,
  VerifyCdsTokenResponder,
];

export const EHR_PERIODIC: PeriodicWork[] = [{ name: 'forget-cds', everyMs: HOURLY, useCase: ForgetCds }];
