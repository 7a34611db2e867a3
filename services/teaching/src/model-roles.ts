import { type Provider } from '@nestjs/common';
import { TypeOrmRoleRequests } from './persistence/typeorm-role-requests';
import { ROLE_REQUEST_STORE } from './ports/role-request-store';
import { AskPatientResponder } from './processors/ask-patient.responder';
import { DraftFeedbackResponder } from './processors/draft-feedback.responder';
import { DraftQuestionsResponder } from './processors/draft-questions.responder';
import { ListFeedbackDraftsResponder } from './processors/list-feedback-drafts.responder';
import { ListPatientQuestionsResponder } from './processors/list-patient-questions.responder';
import { ListQuestionDraftsResponder } from './processors/list-question-drafts.responder';
import { ReleaseFeedbackResponder } from './processors/release-feedback.responder';
import { RolePlayedProcessor } from './processors/role-played.processor';
import { AddFeedback } from './use-cases/roles/add-feedback';
import { AskPatient } from './use-cases/roles/ask-patient';
import { DraftCaseQuestions } from './use-cases/roles/draft-case-questions';
import { DraftRoomFeedback } from './use-cases/roles/draft-room-feedback';
import { KeepRolePlayed } from './use-cases/roles/keep-role-played';
import { OwnCase } from './use-cases/roles/own-case';
import { PurgeRoleRequests } from './use-cases/roles/purge-role-requests';

/** What roles of the language model are asked: the patient's voice, and drafts for teachers. */
export const MODEL_ROLES: Provider[] = [
  { provide: ROLE_REQUEST_STORE, useClass: TypeOrmRoleRequests },
  AddFeedback,
  AskPatient,
  DraftCaseQuestions,
  DraftRoomFeedback,
  KeepRolePlayed,
  OwnCase,
  PurgeRoleRequests,
  AskPatientResponder,
  DraftFeedbackResponder,
  DraftQuestionsResponder,
  ListFeedbackDraftsResponder,
  ListPatientQuestionsResponder,
  ListQuestionDraftsResponder,
  ReleaseFeedbackResponder,
  RolePlayedProcessor,
];
