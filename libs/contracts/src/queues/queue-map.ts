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

/**
 * The one map of the house: queue → job → payload and result. A job's name carries its version; payloads are
 * JSON, parsed when sent and when received, coded and at most 256 KB.
 */
export const QUEUES = {
  'case-intake': {
    'normalise-case.v1': { payload: run.NormaliseCasePayload, result: nothing },
    'erase-case.v1': { payload: run.EraseCasePayload, result: nothing },
  },
  'case-intake-interactive': {
    'create-case.v1': { payload: interactive.CreateCasePayload, result: interactive.SealedCase },
    'create-case-version.v1': {
      payload: interactive.CreateCaseVersionPayload,
      result: interactive.SealedCase,
    },
    'get-case.v1': { payload: interactive.GetCasePayload, result: interactive.SealedCase },
    'list-cases.v1': { payload: interactive.ListCasesPayload, result: interactive.SealedCases },
    'read-question.v1': {
      payload: interactive.ReadQuestionPayload,
      result: interactive.ReadQuestionResult,
    },
    'preview-intake.v1': { payload: interactive.PreviewIntakePayload, result: interactive.SealedUnderstood },
    'reading-material.v1': { payload: reading.ReadingMaterialPayload, result: reading.ReadingMaterial },
    'check-reading.v1': { payload: reading.CheckReadingPayload, result: reading.RunReading },
    'added-findings.v1': { payload: role.AddedFindingsPayload, result: role.AddedFindings },
  },
  'ddx-ranking': {
    'rank-differential.v1': { payload: run.RankDifferentialPayload, result: nothing },
    'rank-facts.v1': { payload: teaching.RankFactsPayload, result: nothing },
    'erase-case.v1': { payload: run.EraseCasePayload, result: nothing },
  },
  'ddx-ranking-llm': {
    'rank-with-llm.v1': { payload: run.RankWithLlmPayload, result: CodedLlm },
    'write-narration.v1': { payload: narration.WriteNarrationPayload, result: nothing },
    'tutor-answer.v1': { payload: tutor.TutorAnswerPayload, result: nothing },
    'play-role.v1': { payload: role.PlayRolePayload, result: nothing },
    'read-with-llm.v1': { payload: reading.ReadWithLlmPayload, result: reading.RunReading },
  },
  'ddx-ranking-interactive': {
    'what-if.v1': { payload: interactive.WhatIfPayload, result: interactive.WhatIfResult },
    'compare-diseases.v1': { payload: interactive.CompareDiseasesPayload, result: CodedComparison },
    'counterfactual.v1': { payload: interactive.ViewRunPayload, result: CodedCounterfactual },
    'stages.v1': { payload: interactive.ViewRunPayload, result: CodedStages },
    'outcome-table.v1': { payload: teaching.OutcomeTablePayload, result: teaching.OutcomeTable },
    'replay-record.v1': { payload: interactive.ReplayRecordPayload, result: interactive.ReplayResult },
    'read-ranking.v1': { payload: interactive.ReadRankingPayload, result: interactive.RankingPart },
    'rank-coded.v1': { payload: interactive.RankCodedPayload, result: interactive.RankedCoded },
  },
  'guideline-retrieval': {
    'retrieve-guidelines.v1': { payload: run.RetrieveGuidelinesPayload, result: run.GuidelinesResult },
    'embed-passages.v1': { payload: guideline.EmbedPassagesPayload, result: nothing },
    'erase-case.v1': { payload: run.EraseCasePayload, result: nothing },
  },
  'guideline-retrieval-interactive': {
    'search-guidelines.v1': {
      payload: interactive.SearchGuidelinesPayload,
      result: interactive.SearchGuidelinesResult,
    },
    'add-guideline-document.v1': {
      payload: guideline.AddGuidelineDocumentPayload,
      result: guideline.ArrivingDocument,
    },
    'add-guideline-passages.v1': {
      payload: guideline.AddGuidelinePassagesPayload,
      result: guideline.ArrivingDocument,
    },
    'get-guideline-document.v1': {
      payload: guideline.GetGuidelineDocumentPayload,
      result: GuidelineDocument,
    },
    'list-guideline-documents.v1': {
      payload: guideline.ListGuidelineDocumentsPayload,
      result: guideline.GuidelineDocuments,
    },
    'list-guideline-imports.v1': {
      payload: guideline.ListGuidelineImportsPayload,
      result: GuidelineImports,
    },
    'withdraw-guideline-document.v1': {
      payload: guideline.WithdrawGuidelineDocumentPayload,
      result: nothing,
    },
    'get-own-passage.v1': { payload: guideline.GetOwnPassagePayload, result: guideline.FoundOwnPassage },
  },
  'explanation-log': {
    'finalise-explanation.v1': { payload: run.FinaliseExplanationPayload, result: nothing },
    'append-record.v1': { payload: room.AppendRecordPayload, result: nothing },
    'append-erasure.v1': { payload: room.AppendErasurePayload, result: nothing },
    'erase-case.v1': { payload: run.EraseCasePayload, result: nothing },
  },
  'explanation-log-interactive': {
    'get-log-entry.v1': { payload: interactive.GetLogEntryPayload, result: interactive.LogEntryResult },
    'list-log-entries.v1': { payload: interactive.ListLogEntriesPayload, result: interactive.LogEntries },
    'get-checkpoint.v1': { payload: interactive.GetCheckpointPayload, result: interactive.CheckpointResult },
    'add-cosignature.v1': {
      payload: interactive.AddCosignaturePayload,
      result: interactive.CosignatureResult,
    },
    'prove-inclusion.v1': {
      payload: interactive.ProveInclusionPayload,
      result: interactive.InclusionProofResult,
    },
    'prove-consistency.v1': {
      payload: interactive.ProveConsistencyPayload,
      result: interactive.ConsistencyProofResult,
    },
    'get-log-tile.v1': { payload: interactive.GetLogTilePayload, result: interactive.LogTile },
    'get-explanation.v1': {
      payload: interactive.GetExplanationPayload,
      result: interactive.ExplanationResult,
    },
  },
  'integration-interactive': {
    'register-platform.v1': { payload: integration.RegisterPlatformPayload, result: LtiRegistration },
    'list-platforms.v1': { payload: integration.ListPlatformsPayload, result: integration.Platforms },
    'check-platform.v1': { payload: integration.CheckPlatformPayload, result: LtiCheck },
    'remove-platform.v1': { payload: integration.RemovePlatformPayload, result: nothing },
    'read-key-set.v1': { payload: integration.ReadKeySetPayload, result: LtiKeySet },
    'list-grades.v1': { payload: grade.ListGradesPayload, result: grade.Grades },
    'find-grade.v1': { payload: grade.OfGradePayload, result: Grade },
    'resend-grades.v1': { payload: grade.ResendGradesPayload, result: ResentGrades },
    'register-ehr-client.v1': { payload: ehr.RegisterEhrClientPayload, result: EhrClient },
    'list-ehr-clients.v1': { payload: ehr.ListEhrClientsPayload, result: ehr.EhrClients },
    'check-ehr-client.v1': { payload: ehr.CheckEhrClientPayload, result: EhrCheck },
    'remove-ehr-client.v1': { payload: ehr.RemoveEhrClientPayload, result: nothing },
    'verify-cds-token.v1': { payload: ehr.VerifyCdsTokenPayload, result: ehr.CdsCaller },
    'cds-origin.v1': { payload: ehr.CdsOriginPayload, result: ehr.CdsOrigin },
    'knows-fhir-server.v1': { payload: smart.KnowsFhirServerPayload, result: smart.KnownFhirServer },
    'read-smart-key-set.v1': { payload: smart.ReadSmartKeySetPayload, result: SmartKeySet },
    'list-ehr-connections.v1': { payload: smart.ListEhrConnectionsPayload, result: smart.EhrConnections },
    'begin-ehr-import.v1': { payload: lti.SealedLaunchPayload, result: lti.SealedLaunchAnswer },
    'return-ehr-import.v1': { payload: lti.SealedLaunchPayload, result: lti.SealedLaunchAnswer },
    'read-ehr-import.v1': { payload: smart.OfEhrImportPayload, result: lti.SealedLaunchAnswer },
    'drop-ehr-import.v1': { payload: smart.OfEhrImportPayload, result: nothing },
    'read-prefetch.v1': { payload: lti.SealedLaunchPayload, result: lti.SealedLaunchAnswer },
    'record-cds-feedback.v1': { payload: ehr.RecordCdsFeedbackPayload, result: nothing },
    'begin-launch.v1': { payload: lti.SealedLaunchPayload, result: lti.SealedLaunchAnswer },
    'verify-launch.v1': { payload: lti.SealedLaunchPayload, result: lti.SealedLaunchAnswer },
    'prove-browser.v1': { payload: lti.SealedLaunchPayload, result: lti.SealedLaunchAnswer },
    'redeem-ticket.v1': { payload: lti.SealedLaunchPayload, result: lti.SealedLaunchAnswer },
    'answer-choice.v1': { payload: lti.SealedLaunchPayload, result: lti.SealedLaunchAnswer },
    'read-names.v1': { payload: lti.SealedLaunchPayload, result: lti.SealedLaunchAnswer },
    'list-names-read.v1': { payload: lti.ListOfLtiPayload, result: lti.NamesReadEvents },
    'frame-origins.v1': { payload: lti.FrameOriginsPayload, result: lti.FrameOrigins },
    'register-by-link.v1': { payload: lti.SealedLaunchPayload, result: lti.SealedLaunchAnswer },
    'add-registration-link.v1': { payload: lti.AddRegistrationLinkPayload, result: LtiRegistrationLink },
    'list-registration-links.v1': { payload: lti.ListOfLtiPayload, result: lti.LtiRegistrationLinks },
    'list-deployments.v1': { payload: lti.ListOfLtiPayload, result: lti.LtiDeployments },
    'accept-deployment.v1': { payload: lti.AcceptDeploymentPayload, result: LtiDeployment },
    'change-deployment.v1': { payload: lti.ChangeDeploymentPayload, result: LtiDeployment },
    'list-launch-problems.v1': { payload: lti.ListOfLtiPayload, result: lti.LtiLaunchProblems },
    'register-lrs.v1': { payload: record.RegisterLrsPayload, result: LrsConnection },
    'list-lrs.v1': { payload: record.ListLrsPayload, result: record.LrsConnections },
    'check-lrs.v1': { payload: record.CheckLrsPayload, result: LrsCheck },
    'remove-lrs.v1': { payload: record.RemoveLrsPayload, result: nothing },
    'list-statements.v1': { payload: record.ListStatementsPayload, result: record.RecordStatements },
    'begin-cmi5.v1': { payload: record.BeginCmi5Payload, result: record.BegunCmi5 },
    'leave-cmi5.v1': { payload: record.LeaveCmi5Payload, result: record.LeftCmi5 },
  },
  teaching: {
    'facts-ranked.v1': { payload: teaching.FactsRankedPayload, result: nothing },
    'role-played.v1': { payload: role.RolePlayedPayload, result: nothing },
    'erase-learner.v1': { payload: launch.EraseLaunchedLearnerPayload, result: nothing },
  },
  'teaching-interactive': {
    'list-library.v1': { payload: teaching.ListLibraryPayload, result: teaching.SealedPage },
    'list-teaching-cases.v1': { payload: teaching.ListTeachingCasesPayload, result: teaching.SealedPage },
    'get-teaching-case.v1': { payload: teaching.GetTeachingCasePayload, result: teaching.SealedTeachingCase },
    'create-teaching-case.v1': {
      payload: teaching.CreateTeachingCasePayload,
      result: teaching.SealedTeachingCase,
    },
    'create-teaching-case-version.v1': {
      payload: teaching.CreateTeachingCaseVersionPayload,
      result: teaching.SealedTeachingCase,
    },
    'check-teaching-case.v1': {
      payload: teaching.CheckTeachingCasePayload,
      result: teaching.CodedCaseChecks,
    },
    'act-on-teaching-case.v1': {
      payload: teaching.ActOnTeachingCasePayload,
      result: teaching.SealedTeachingCase,
    },
    'delete-teaching-case.v1': { payload: teaching.DeleteTeachingCasePayload, result: nothing },
    'forecast-case.v1': { payload: teaching.ForecastCasePayload, result: teaching.CodedForecast },
    'create-class.v1': { payload: people.CreateClassPayload, result: people.SealedPeople },
    'list-classes.v1': { payload: people.ListClassesPayload, result: teaching.SealedPage },
    'get-class.v1': { payload: people.OfClassPayload, result: people.SealedPeople },
    'list-class-members.v1': { payload: people.ListMembersPayload, result: teaching.SealedPage },
    'act-on-class.v1': { payload: people.ActOnClassPayload, result: people.SealedPeople },
    'find-class.v1': { payload: people.FindClassPayload, result: people.FoundClass },
    'join-class.v1': { payload: people.JoinClassPayload, result: people.SealedPeople },
    'read-me.v1': { payload: people.OfLearnerPayload, result: people.SealedPeople },
    'record-consents.v1': { payload: people.RecordConsentsPayload, result: people.SealedPeople },
    'export-me.v1': { payload: people.ExportMePayload, result: people.ExportMeResult },
    'erase-me.v1': { payload: people.EraseMePayload, result: nothing },
    'create-room.v1': { payload: room.CreateRoomPayload, result: room.SealedRoom },
    'list-rooms.v1': { payload: room.ListRoomsPayload, result: teaching.SealedPage },
    'find-room.v1': { payload: room.FindRoomPayload, result: room.FoundRoom },
    'join-room.v1': { payload: room.JoinRoomPayload, result: room.JoinRoomResult },
    'room-frame.v1': { payload: room.RoomFramePayload, result: room.RoomFrame },
    'room-command.v1': { payload: room.RoomCommandPayload, result: room.RoomFrame },
    'record-submissions.v1': {
      payload: room.RecordSubmissionsPayload,
      result: room.RecordSubmissionsResult,
    },
    'read-room-stage.v1': { payload: room.ReadRoomStagePayload, result: room.SealedRoom },
    'read-mine.v1': { payload: room.ReadMinePayload, result: room.SealedRoom },
    'forget-participant.v1': { payload: room.ForgetParticipantPayload, result: nothing },
    'record-participant-consents.v1': { payload: room.RecordParticipantConsentsPayload, result: Consents },
    'act-in-team.v1': { payload: room.ActInTeamPayload, result: RoomTeam },
    'post-comment.v1': { payload: room.PostCommentPayload, result: room.SealedRoom },
    'list-comments.v1': { payload: room.ListCommentsPayload, result: room.CommentsPage },
    'read-room-results.v1': { payload: room.ReadRoomResultsPayload, result: room.SealedRoom },
    'list-room-answers.v1': { payload: room.ListRoomAnswersPayload, result: teaching.SealedPage },
    'create-assignment.v1': {
      payload: assignment.CreateAssignmentPayload,
      result: assignment.SealedAssignment,
    },
    'list-assignments.v1': { payload: assignment.ListAssignmentsPayload, result: teaching.SealedPage },
    'get-assignment.v1': { payload: assignment.OfAssignmentPayload, result: assignment.SealedAssignment },
    'release-assignment.v1': { payload: assignment.OfAssignmentPayload, result: assignment.SealedAssignment },
    'delete-assignment.v1': { payload: assignment.OfAssignmentPayload, result: nothing },
    'list-assignment-results.v1': {
      payload: assignment.ListAssignmentResultsPayload,
      result: assignment.AssignmentResultsPage,
    },
    'start-attempt.v1': { payload: assignment.StartAttemptPayload, result: assignment.SealedAssignment },
    'list-attempts.v1': { payload: assignment.ListAttemptsPayload, result: teaching.SealedPage },
    'get-attempt.v1': { payload: assignment.OfAttemptPayload, result: assignment.SealedAssignment },
    'take-step.v1': { payload: assignment.TakeStepPayload, result: assignment.SealedAssignment },
    'review-attempt.v1': { payload: assignment.OfAttemptPayload, result: assignment.SealedAssignment },
    'read-feedback.v1': { payload: assignment.ReadFeedbackPayload, result: assignment.SealedAssignment },
    'ground-tutor.v1': { payload: tutor.GroundTutorPayload, result: tutor.TutorGround },
    'ask-patient.v1': { payload: role.AskPatientPayload, result: role.SealedRoleRequests },
    'list-patient-questions.v1': {
      payload: role.ListPatientQuestionsPayload,
      result: role.SealedRoleRequests,
    },
    'draft-questions.v1': { payload: role.DraftQuestionsPayload, result: role.SealedRoleRequests },
    'list-question-drafts.v1': { payload: role.ListQuestionDraftsPayload, result: role.SealedRoleRequests },
    'draft-feedback.v1': { payload: role.DraftFeedbackPayload, result: role.SealedRoleRequests },
    'list-feedback-drafts.v1': { payload: role.ListFeedbackDraftsPayload, result: role.SealedRoleRequests },
    'release-feedback.v1': { payload: role.ReleaseFeedbackPayload, result: role.SealedRoleRequests },
    'find-content.v1': { payload: lti.FindContentPayload, result: lti.FoundContent },
    'pickable-content.v1': { payload: launch.PickableContentPayload, result: launch.PickablePage },
    'attempt-of-learner.v1': { payload: launch.AttemptOfLearnerPayload, result: launch.AttemptOfLearner },
    'open-course-link.v1': { payload: launch.OpenCourseLinkPayload, result: nothing },
    'reviewed-attempt.v1': { payload: launch.ReviewedAttemptPayload, result: launch.ReviewedAttempt },
  },
  /** Of the service that launches learners from other systems, where there is one. */
  integration: {
    'attempt-stepped.v1': { payload: launch.AttemptSteppedPayload, result: nothing },
    'score-released.v1': { payload: launch.ScoreReleasedPayload, result: nothing },
    'erase-learner.v1': { payload: launch.EraseLaunchedLearnerPayload, result: nothing },
    'learner-erased.v1': { payload: launch.LearnerErasedPayload, result: nothing },
    'post-grade.v1': { payload: grade.PostGradePayload, result: nothing },
    'read-ehr.v1': { payload: smart.ReadEhrPayload, result: nothing },
    'send-statement.v1': { payload: record.SendStatementPayload, result: nothing },
  },
  gateway: {
    'run-progressed.v1': { payload: run.RunProgressedPayload, result: nothing },
    'run-completed.v1': { payload: run.RunCompletedPayload, result: nothing },
    'run-failed.v1': { payload: run.RunFailedPayload, result: nothing },
    'revise-run.v1': { payload: run.ReviseRunPayload, result: nothing },
    'narration-written.v1': { payload: narration.NarrationWrittenPayload, result: nothing },
    'forget-tutor.v1': { payload: tutor.ForgetTutorPayload, result: nothing },
    'tutor-answered.v1': { payload: tutor.TutorAnsweredPayload, result: nothing },
    'case-erased.v1': { payload: run.CaseErasedPayload, result: nothing },
    'erase-learner.v1': { payload: people.EraseLearnerPayload, result: nothing },
  },
} as const;

export type Queues = typeof QUEUES;
export type QueueName = keyof Queues;
export type JobName<Q extends QueueName> = keyof Queues[Q] & string;

/** Largest payload a job may carry, in bytes of JSON. */
export const MAX_PAYLOAD_BYTES = 256 * 1024;
