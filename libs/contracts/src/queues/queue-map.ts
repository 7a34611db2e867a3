import { z } from 'zod';
import { CodedLlm } from '../answer/coded-answer';
import { CodedComparison, CodedCounterfactual, CodedStages } from '../answer/coded-views';
import { Consents } from '../http/consent';
import { Grade, ResentGrades } from '../http/grade';
import { GuidelineDocument, GuidelineImports } from '../http/guidelines';
import { EhrCheck, EhrClient } from '../http/ehr';
import { LrsCheck, LrsConnection } from '../http/learning-records';
import { LtiCheck, LtiKeySet, LtiRegistration } from '../http/lti';
import { LtiDeployment, LtiRegistrationLink } from '../http/lti-launches';
import { RoomTeam } from '../http/room';
import { SmartKeySet } from '../http/smart';
import * as assignment from './assignment-jobs';
import * as grade from './grade-jobs';
import * as ehr from './ehr-jobs';
import * as guideline from './guideline-jobs';
import * as integration from './integration-jobs';
import * as interactive from './interactive-jobs';
import * as launch from './launch-jobs';
import * as lti from './lti-launch-jobs';
import * as record from './learning-record-jobs';
import * as narration from './narration-jobs';
import * as people from './people-jobs';
import * as reading from './reading-jobs';
import * as role from './role-jobs';
import * as room from './room-jobs';
import * as run from './run-jobs';
import * as smart from './smart-jobs';
import * as teaching from './teaching-jobs';
import * as tutor from './tutor-jobs';

const nothing = z.null();

/** A job's schemas, which are built when it is first sent or handled: a process knows a few of two hundred jobs (ADR 0094). */
const job = <Payload extends z.ZodType, Result extends z.ZodType>(
  payload: () => Payload,
  result: () => Result,
): { readonly payload: Payload; readonly result: Result } => ({
  get payload() {
    return payload();
  },
  get result() {
    return result();
  },
});

/**
 * The one map of the house: queue → job → payload and result. A job's name carries its version; payloads are
 * JSON, parsed when sent and when received, coded and at most 256 KB.
 */
export const QUEUES = {
  'case-intake': {
    'normalise-case.v1': job(
      () => run.NormaliseCasePayload,
      () => nothing,
    ),
    'erase-case.v1': job(
      () => run.EraseCasePayload,
      () => nothing,
    ),
  },
  'case-intake-interactive': {
    'create-case.v1': job(
      () => interactive.CreateCasePayload,
      () => interactive.SealedCase,
    ),
    'create-case-version.v1': job(
      () => interactive.CreateCaseVersionPayload,
      () => interactive.SealedCase,
    ),
    'get-case.v1': job(
      () => interactive.GetCasePayload,
      () => interactive.SealedCase,
    ),
    'list-cases.v1': job(
      () => interactive.ListCasesPayload,
      () => interactive.SealedCases,
    ),
    'read-question.v1': job(
      () => interactive.ReadQuestionPayload,
      () => interactive.ReadQuestionResult,
    ),
    'preview-intake.v1': job(
      () => interactive.PreviewIntakePayload,
      () => interactive.SealedUnderstood,
    ),
    'reading-material.v1': job(
      () => reading.ReadingMaterialPayload,
      () => reading.ReadingMaterial,
    ),
    'check-reading.v1': job(
      () => reading.CheckReadingPayload,
      () => reading.RunReading,
    ),
    'added-findings.v1': job(
      () => role.AddedFindingsPayload,
      () => role.AddedFindings,
    ),
  },
  'ddx-ranking': {
    'rank-differential.v1': job(
      () => run.RankDifferentialPayload,
      () => nothing,
    ),
    'rank-facts.v1': job(
      () => teaching.RankFactsPayload,
      () => nothing,
    ),
    'erase-case.v1': job(
      () => run.EraseCasePayload,
      () => nothing,
    ),
  },
  'ddx-ranking-llm': {
    'rank-with-llm.v1': job(
      () => run.RankWithLlmPayload,
      () => CodedLlm,
    ),
    'write-narration.v1': job(
      () => narration.WriteNarrationPayload,
      () => nothing,
    ),
    'tutor-answer.v1': job(
      () => tutor.TutorAnswerPayload,
      () => nothing,
    ),
    'play-role.v1': job(
      () => role.PlayRolePayload,
      () => nothing,
    ),
    'read-with-llm.v1': job(
      () => reading.ReadWithLlmPayload,
      () => reading.RunReading,
    ),
  },
  'ddx-ranking-interactive': {
    'what-if.v1': job(
      () => interactive.WhatIfPayload,
      () => interactive.WhatIfResult,
    ),
    'compare-diseases.v1': job(
      () => interactive.CompareDiseasesPayload,
      () => CodedComparison,
    ),
    'counterfactual.v1': job(
      () => interactive.ViewRunPayload,
      () => CodedCounterfactual,
    ),
    'stages.v1': job(
      () => interactive.ViewRunPayload,
      () => CodedStages,
    ),
    'outcome-table.v1': job(
      () => teaching.OutcomeTablePayload,
      () => teaching.OutcomeTable,
    ),
    'replay-record.v1': job(
      () => interactive.ReplayRecordPayload,
      () => interactive.ReplayResult,
    ),
    'read-ranking.v1': job(
      () => interactive.ReadRankingPayload,
      () => interactive.RankingPart,
    ),
    'rank-coded.v1': job(
      () => interactive.RankCodedPayload,
      () => interactive.RankedCoded,
    ),
  },
  'guideline-retrieval': {
    'retrieve-guidelines.v1': job(
      () => run.RetrieveGuidelinesPayload,
      () => run.GuidelinesResult,
    ),
    'embed-passages.v1': job(
      () => guideline.EmbedPassagesPayload,
      () => nothing,
    ),
    'erase-case.v1': job(
      () => run.EraseCasePayload,
      () => nothing,
    ),
  },
  'guideline-retrieval-interactive': {
    'search-guidelines.v1': job(
      () => interactive.SearchGuidelinesPayload,
      () => interactive.SearchGuidelinesResult,
    ),
    'add-guideline-document.v1': job(
      () => guideline.AddGuidelineDocumentPayload,
      () => guideline.ArrivingDocument,
    ),
    'add-guideline-passages.v1': job(
      () => guideline.AddGuidelinePassagesPayload,
      () => guideline.ArrivingDocument,
    ),
    'get-guideline-document.v1': job(
      () => guideline.GetGuidelineDocumentPayload,
      () => GuidelineDocument,
    ),
    'list-guideline-documents.v1': job(
      () => guideline.ListGuidelineDocumentsPayload,
      () => guideline.GuidelineDocuments,
    ),
    'list-guideline-imports.v1': job(
      () => guideline.ListGuidelineImportsPayload,
      () => GuidelineImports,
    ),
    'withdraw-guideline-document.v1': job(
      () => guideline.WithdrawGuidelineDocumentPayload,
      () => nothing,
    ),
    'get-own-passage.v1': job(
      () => guideline.GetOwnPassagePayload,
      () => guideline.FoundOwnPassage,
    ),
  },
  'explanation-log': {
    'finalise-explanation.v1': job(
      () => run.FinaliseExplanationPayload,
      () => nothing,
    ),
    'append-record.v1': job(
      () => room.AppendRecordPayload,
      () => nothing,
    ),
    'append-erasure.v1': job(
      () => room.AppendErasurePayload,
      () => nothing,
    ),
    'erase-case.v1': job(
      () => run.EraseCasePayload,
      () => nothing,
    ),
  },
  'explanation-log-interactive': {
    'get-log-entry.v1': job(
      () => interactive.GetLogEntryPayload,
      () => interactive.LogEntryResult,
    ),
    'list-log-entries.v1': job(
      () => interactive.ListLogEntriesPayload,
      () => interactive.LogEntries,
    ),
    'get-checkpoint.v1': job(
      () => interactive.GetCheckpointPayload,
      () => interactive.CheckpointResult,
    ),
    'add-cosignature.v1': job(
      () => interactive.AddCosignaturePayload,
      () => interactive.CosignatureResult,
    ),
    'prove-inclusion.v1': job(
      () => interactive.ProveInclusionPayload,
      () => interactive.InclusionProofResult,
    ),
    'prove-consistency.v1': job(
      () => interactive.ProveConsistencyPayload,
      () => interactive.ConsistencyProofResult,
    ),
    'get-log-tile.v1': job(
      () => interactive.GetLogTilePayload,
      () => interactive.LogTile,
    ),
    'get-explanation.v1': job(
      () => interactive.GetExplanationPayload,
      () => interactive.ExplanationResult,
    ),
  },
  'integration-interactive': {
    'register-platform.v1': job(
      () => integration.RegisterPlatformPayload,
      () => LtiRegistration,
    ),
    'list-platforms.v1': job(
      () => integration.ListPlatformsPayload,
      () => integration.Platforms,
    ),
    'check-platform.v1': job(
      () => integration.CheckPlatformPayload,
      () => LtiCheck,
    ),
    'remove-platform.v1': job(
      () => integration.RemovePlatformPayload,
      () => nothing,
    ),
    'read-key-set.v1': job(
      () => integration.ReadKeySetPayload,
      () => LtiKeySet,
    ),
    'list-grades.v1': job(
      () => grade.ListGradesPayload,
      () => grade.Grades,
    ),
    'find-grade.v1': job(
      () => grade.OfGradePayload,
      () => Grade,
    ),
    'resend-grades.v1': job(
      () => grade.ResendGradesPayload,
      () => ResentGrades,
    ),
    'register-ehr-client.v1': job(
      () => ehr.RegisterEhrClientPayload,
      () => EhrClient,
    ),
    'list-ehr-clients.v1': job(
      () => ehr.ListEhrClientsPayload,
      () => ehr.EhrClients,
    ),
    'check-ehr-client.v1': job(
      () => ehr.CheckEhrClientPayload,
      () => EhrCheck,
    ),
    'remove-ehr-client.v1': job(
      () => ehr.RemoveEhrClientPayload,
      () => nothing,
    ),
    'verify-cds-token.v1': job(
      () => ehr.VerifyCdsTokenPayload,
      () => ehr.CdsCaller,
    ),
    'cds-origin.v1': job(
      () => ehr.CdsOriginPayload,
      () => ehr.CdsOrigin,
    ),
    'knows-fhir-server.v1': job(
      () => smart.KnowsFhirServerPayload,
      () => smart.KnownFhirServer,
    ),
    'read-smart-key-set.v1': job(
      () => smart.ReadSmartKeySetPayload,
      () => SmartKeySet,
    ),
    'list-ehr-connections.v1': job(
      () => smart.ListEhrConnectionsPayload,
      () => smart.EhrConnections,
    ),
    'begin-ehr-import.v1': job(
      () => lti.SealedLaunchPayload,
      () => lti.SealedLaunchAnswer,
    ),
    'return-ehr-import.v1': job(
      () => lti.SealedLaunchPayload,
      () => lti.SealedLaunchAnswer,
    ),
    'read-ehr-import.v1': job(
      () => smart.OfEhrImportPayload,
      () => lti.SealedLaunchAnswer,
    ),
    'drop-ehr-import.v1': job(
      () => smart.OfEhrImportPayload,
      () => nothing,
    ),
    'read-prefetch.v1': job(
      () => lti.SealedLaunchPayload,
      () => lti.SealedLaunchAnswer,
    ),
    'record-cds-feedback.v1': job(
      () => ehr.RecordCdsFeedbackPayload,
      () => nothing,
    ),
    'begin-launch.v1': job(
      () => lti.SealedLaunchPayload,
      () => lti.SealedLaunchAnswer,
    ),
    'verify-launch.v1': job(
      () => lti.SealedLaunchPayload,
      () => lti.SealedLaunchAnswer,
    ),
    'prove-browser.v1': job(
      () => lti.SealedLaunchPayload,
      () => lti.SealedLaunchAnswer,
    ),
    'redeem-ticket.v1': job(
      () => lti.SealedLaunchPayload,
      () => lti.SealedLaunchAnswer,
    ),
    'answer-choice.v1': job(
      () => lti.SealedLaunchPayload,
      () => lti.SealedLaunchAnswer,
    ),
    'read-names.v1': job(
      () => lti.SealedLaunchPayload,
      () => lti.SealedLaunchAnswer,
    ),
    'list-names-read.v1': job(
      () => lti.ListOfLtiPayload,
      () => lti.NamesReadEvents,
    ),
    'frame-origins.v1': job(
      () => lti.FrameOriginsPayload,
      () => lti.FrameOrigins,
    ),
    'register-by-link.v1': job(
      () => lti.SealedLaunchPayload,
      () => lti.SealedLaunchAnswer,
    ),
    'add-registration-link.v1': job(
      () => lti.AddRegistrationLinkPayload,
      () => LtiRegistrationLink,
    ),
    'list-registration-links.v1': job(
      () => lti.ListOfLtiPayload,
      () => lti.LtiRegistrationLinks,
    ),
    'list-deployments.v1': job(
      () => lti.ListOfLtiPayload,
      () => lti.LtiDeployments,
    ),
    'accept-deployment.v1': job(
      () => lti.AcceptDeploymentPayload,
      () => LtiDeployment,
    ),
    'change-deployment.v1': job(
      () => lti.ChangeDeploymentPayload,
      () => LtiDeployment,
    ),
    'list-launch-problems.v1': job(
      () => lti.ListOfLtiPayload,
      () => lti.LtiLaunchProblems,
    ),
    'register-lrs.v1': job(
      () => record.RegisterLrsPayload,
      () => LrsConnection,
    ),
    'list-lrs.v1': job(
      () => record.ListLrsPayload,
      () => record.LrsConnections,
    ),
    'check-lrs.v1': job(
      () => record.CheckLrsPayload,
      () => LrsCheck,
    ),
    'remove-lrs.v1': job(
      () => record.RemoveLrsPayload,
      () => nothing,
    ),
    'list-statements.v1': job(
      () => record.ListStatementsPayload,
      () => record.RecordStatements,
    ),
    'begin-cmi5.v1': job(
      () => record.BeginCmi5Payload,
      () => record.BegunCmi5,
    ),
    'leave-cmi5.v1': job(
      () => record.LeaveCmi5Payload,
      () => record.LeftCmi5,
    ),
  },
  teaching: {
    'facts-ranked.v1': job(
      () => teaching.FactsRankedPayload,
      () => nothing,
    ),
    'role-played.v1': job(
      () => role.RolePlayedPayload,
      () => nothing,
    ),
    'erase-learner.v1': job(
      () => launch.EraseLaunchedLearnerPayload,
      () => nothing,
    ),
  },
  'teaching-interactive': {
    'list-library.v1': job(
      () => teaching.ListLibraryPayload,
      () => teaching.SealedPage,
    ),
    'list-teaching-cases.v1': job(
      () => teaching.ListTeachingCasesPayload,
      () => teaching.SealedPage,
    ),
    'get-teaching-case.v1': job(
      () => teaching.GetTeachingCasePayload,
      () => teaching.SealedTeachingCase,
    ),
    'create-teaching-case.v1': job(
      () => teaching.CreateTeachingCasePayload,
      () => teaching.SealedTeachingCase,
    ),
    'create-teaching-case-version.v1': job(
      () => teaching.CreateTeachingCaseVersionPayload,
      () => teaching.SealedTeachingCase,
    ),
    'check-teaching-case.v1': job(
      () => teaching.CheckTeachingCasePayload,
      () => teaching.CodedCaseChecks,
    ),
    'act-on-teaching-case.v1': job(
      () => teaching.ActOnTeachingCasePayload,
      () => teaching.SealedTeachingCase,
    ),
    'delete-teaching-case.v1': job(
      () => teaching.DeleteTeachingCasePayload,
      () => nothing,
    ),
    'forecast-case.v1': job(
      () => teaching.ForecastCasePayload,
      () => teaching.CodedForecast,
    ),
    'create-class.v1': job(
      () => people.CreateClassPayload,
      () => people.SealedPeople,
    ),
    'list-classes.v1': job(
      () => people.ListClassesPayload,
      () => teaching.SealedPage,
    ),
    'get-class.v1': job(
      () => people.OfClassPayload,
      () => people.SealedPeople,
    ),
    'list-class-members.v1': job(
      () => people.ListMembersPayload,
      () => teaching.SealedPage,
    ),
    'act-on-class.v1': job(
      () => people.ActOnClassPayload,
      () => people.SealedPeople,
    ),
    'find-class.v1': job(
      () => people.FindClassPayload,
      () => people.FoundClass,
    ),
    'join-class.v1': job(
      () => people.JoinClassPayload,
      () => people.SealedPeople,
    ),
    'read-me.v1': job(
      () => people.OfLearnerPayload,
      () => people.SealedPeople,
    ),
    'record-consents.v1': job(
      () => people.RecordConsentsPayload,
      () => people.SealedPeople,
    ),
    'export-me.v1': job(
      () => people.ExportMePayload,
      () => people.ExportMeResult,
    ),
    'erase-me.v1': job(
      () => people.EraseMePayload,
      () => nothing,
    ),
    'create-room.v1': job(
      () => room.CreateRoomPayload,
      () => room.SealedRoom,
    ),
    'list-rooms.v1': job(
      () => room.ListRoomsPayload,
      () => teaching.SealedPage,
    ),
    'find-room.v1': job(
      () => room.FindRoomPayload,
      () => room.FoundRoom,
    ),
    'join-room.v1': job(
      () => room.JoinRoomPayload,
      () => room.JoinRoomResult,
    ),
    'room-frame.v1': job(
      () => room.RoomFramePayload,
      () => room.RoomFrame,
    ),
    'room-command.v1': job(
      () => room.RoomCommandPayload,
      () => room.RoomFrame,
    ),
    'record-submissions.v1': job(
      () => room.RecordSubmissionsPayload,
      () => room.RecordSubmissionsResult,
    ),
    'read-room-stage.v1': job(
      () => room.ReadRoomStagePayload,
      () => room.SealedRoom,
    ),
    'read-mine.v1': job(
      () => room.ReadMinePayload,
      () => room.SealedRoom,
    ),
    'forget-participant.v1': job(
      () => room.ForgetParticipantPayload,
      () => nothing,
    ),
    'record-participant-consents.v1': job(
      () => room.RecordParticipantConsentsPayload,
      () => Consents,
    ),
    'act-in-team.v1': job(
      () => room.ActInTeamPayload,
      () => RoomTeam,
    ),
    'post-comment.v1': job(
      () => room.PostCommentPayload,
      () => room.SealedRoom,
    ),
    'list-comments.v1': job(
      () => room.ListCommentsPayload,
      () => room.CommentsPage,
    ),
    'read-room-results.v1': job(
      () => room.ReadRoomResultsPayload,
      () => room.SealedRoom,
    ),
    'list-room-answers.v1': job(
      () => room.ListRoomAnswersPayload,
      () => teaching.SealedPage,
    ),
    'create-assignment.v1': job(
      () => assignment.CreateAssignmentPayload,
      () => assignment.SealedAssignment,
    ),
    'list-assignments.v1': job(
      () => assignment.ListAssignmentsPayload,
      () => teaching.SealedPage,
    ),
    'get-assignment.v1': job(
      () => assignment.OfAssignmentPayload,
      () => assignment.SealedAssignment,
    ),
    'release-assignment.v1': job(
      () => assignment.OfAssignmentPayload,
      () => assignment.SealedAssignment,
    ),
    'delete-assignment.v1': job(
      () => assignment.OfAssignmentPayload,
      () => nothing,
    ),
    'list-assignment-results.v1': job(
      () => assignment.ListAssignmentResultsPayload,
      () => assignment.AssignmentResultsPage,
    ),
    'start-attempt.v1': job(
      () => assignment.StartAttemptPayload,
      () => assignment.SealedAssignment,
    ),
    'list-attempts.v1': job(
      () => assignment.ListAttemptsPayload,
      () => teaching.SealedPage,
    ),
    'get-attempt.v1': job(
      () => assignment.OfAttemptPayload,
      () => assignment.SealedAssignment,
    ),
    'take-step.v1': job(
      () => assignment.TakeStepPayload,
      () => assignment.SealedAssignment,
    ),
    'review-attempt.v1': job(
      () => assignment.OfAttemptPayload,
      () => assignment.SealedAssignment,
    ),
    'read-feedback.v1': job(
      () => assignment.ReadFeedbackPayload,
      () => assignment.SealedAssignment,
    ),
    'ground-tutor.v1': job(
      () => tutor.GroundTutorPayload,
      () => tutor.TutorGround,
    ),
    'ask-patient.v1': job(
      () => role.AskPatientPayload,
      () => role.SealedRoleRequests,
    ),
    'list-patient-questions.v1': job(
      () => role.ListPatientQuestionsPayload,
      () => role.SealedRoleRequests,
    ),
    'draft-questions.v1': job(
      () => role.DraftQuestionsPayload,
      () => role.SealedRoleRequests,
    ),
    'list-question-drafts.v1': job(
      () => role.ListQuestionDraftsPayload,
      () => role.SealedRoleRequests,
    ),
    'draft-feedback.v1': job(
      () => role.DraftFeedbackPayload,
      () => role.SealedRoleRequests,
    ),
    'list-feedback-drafts.v1': job(
      () => role.ListFeedbackDraftsPayload,
      () => role.SealedRoleRequests,
    ),
    'release-feedback.v1': job(
      () => role.ReleaseFeedbackPayload,
      () => role.SealedRoleRequests,
    ),
    'find-content.v1': job(
      () => lti.FindContentPayload,
      () => lti.FoundContent,
    ),
    'pickable-content.v1': job(
      () => launch.PickableContentPayload,
      () => launch.PickablePage,
    ),
    'attempt-of-learner.v1': job(
      () => launch.AttemptOfLearnerPayload,
      () => launch.AttemptOfLearner,
    ),
    'open-course-link.v1': job(
      () => launch.OpenCourseLinkPayload,
      () => nothing,
    ),
    'reviewed-attempt.v1': job(
      () => launch.ReviewedAttemptPayload,
      () => launch.ReviewedAttempt,
    ),
  },
  /** Of the service that launches learners from other systems, where there is one. */
  integration: {
    'attempt-stepped.v1': job(
      () => launch.AttemptSteppedPayload,
      () => nothing,
    ),
    'score-released.v1': job(
      () => launch.ScoreReleasedPayload,
      () => nothing,
    ),
    'erase-learner.v1': job(
      () => launch.EraseLaunchedLearnerPayload,
      () => nothing,
    ),
    'learner-erased.v1': job(
      () => launch.LearnerErasedPayload,
      () => nothing,
    ),
    'post-grade.v1': job(
      () => grade.PostGradePayload,
      () => nothing,
    ),
    'read-ehr.v1': job(
      () => smart.ReadEhrPayload,
      () => nothing,
    ),
    'send-statement.v1': job(
      () => record.SendStatementPayload,
      () => nothing,
    ),
  },
  gateway: {
    'run-progressed.v1': job(
      () => run.RunProgressedPayload,
      () => nothing,
    ),
    'run-completed.v1': job(
      () => run.RunCompletedPayload,
      () => nothing,
    ),
    'run-failed.v1': job(
      () => run.RunFailedPayload,
      () => nothing,
    ),
    'revise-run.v1': job(
      () => run.ReviseRunPayload,
      () => nothing,
    ),
    'narration-written.v1': job(
      () => narration.NarrationWrittenPayload,
      () => nothing,
    ),
    'forget-tutor.v1': job(
      () => tutor.ForgetTutorPayload,
      () => nothing,
    ),
    'tutor-answered.v1': job(
      () => tutor.TutorAnsweredPayload,
      () => nothing,
    ),
    'case-erased.v1': job(
      () => run.CaseErasedPayload,
      () => nothing,
    ),
    'erase-learner.v1': job(
      () => people.EraseLearnerPayload,
      () => nothing,
    ),
  },
} as const;

export type Queues = typeof QUEUES;
export type QueueName = keyof Queues;
export type JobName<Q extends QueueName> = keyof Queues[Q] & string;

/** Largest payload a job may carry, in bytes of JSON. */
export const MAX_PAYLOAD_BYTES = 256 * 1024;
