/** Whose a seal is, and of which thing and for what: authenticated with it, so that it opens nowhere else. */
export interface SealPlace {
  readonly tenantId: string;
  readonly path: string;
}

const at = (tenantId: string, ...path: readonly (string | number)[]): SealPlace => ({
  tenantId,
  path: path.join('/'),
});

/** The places of seals, one for each thing that is sealed. */
export const SEAL_PLACES = {
  /** A new case, on its way to case-intake. */
  givenCase: (tenantId: string, caseId: string) => at(tenantId, 'case', caseId, 'given'),
  /** A version of a case as it rests. */
  caseContent: (tenantId: string, caseId: string, version: number) =>
    at(tenantId, 'case', caseId, `v${String(version)}`, 'content'),
  /** A version of a case as it is read, on its way to the gateway. */
  shownCase: (tenantId: string, caseId: string, version: number) =>
    at(tenantId, 'case', caseId, `v${String(version)}`, 'shown'),
  /** The case that came with a run. */
  runInput: (tenantId: string, runId: string) => at(tenantId, 'run', runId, 'given'),
  /** What was understood of a run's case, on its way to the gateway and at rest there. */
  runUnderstood: (tenantId: string, runId: string) => at(tenantId, 'run', runId, 'understood'),
  /** What a language model may read of it, and what it proposes: between case-intake and ddx-ranking. */
  readingTexts: (tenantId: string, runId: string) => at(tenantId, 'run', runId, 'reading-texts'),
  readingProposals: (tenantId: string, runId: string) => at(tenantId, 'run', runId, 'reading-proposals'),
  /** The quotations of what it read, on their way to the gateway and at rest there. */
  readingQuotes: (tenantId: string, runId: string) => at(tenantId, 'run', runId, 'reading-quotes'),
  /** The same, at rest in case-intake. */
  intakeResult: (tenantId: string, runId: string) => at(tenantId, 'run', runId, 'intake-result'),
  /** At rest in the gateway: what a narration may rest on, and what a language model wrote. */
  narrationEvidence: (tenantId: string, narrationId: string) =>
    at(tenantId, 'narration', narrationId, 'evidence'),
  narrationSaid: (tenantId: string, narrationId: string) => at(tenantId, 'narration', narrationId, 'said'),
  /** What somebody asks the tutor and what was said before, on its way to ddx-ranking. */
  tutorAsked: (tenantId: string, questionId: string) => at(tenantId, 'tutor-question', questionId, 'asked'),
  /** At rest in the gateway: the question, what its answer may rest on, and what a language model wrote. */
  tutorQuestion: (tenantId: string, questionId: string) => at(tenantId, 'tutor-question', questionId, 'text'),
  tutorEvidence: (tenantId: string, questionId: string) =>
    at(tenantId, 'tutor-question', questionId, 'evidence'),
  tutorSaid: (tenantId: string, questionId: string) => at(tenantId, 'tutor-question', questionId, 'said'),
  /** A text that is only looked at, and what was understood of it. */
  previewText: (tenantId: string, requestId: string) => at(tenantId, 'preview', requestId, 'text'),
  previewUnderstood: (tenantId: string, requestId: string) =>
    at(tenantId, 'preview', requestId, 'understood'),
  /** A version of a teaching case on its way to teaching, and a comment of its reviewer. */
  givenTeachingCase: (tenantId: string, caseId: string) => at(tenantId, 'teaching-case', caseId, 'given'),
  /** A teaching case that is checked while it is written, and not kept. */
  checkedTeachingCase: (tenantId: string, requestId: string) =>
    at(tenantId, 'teaching-case-check', requestId, 'given'),
  givenReview: (tenantId: string, caseId: string) => at(tenantId, 'teaching-case', caseId, 'review', 'given'),
  /** At rest in teaching: a version, what a list shows of it, what its reviewer wrote. */
  teachingCaseBody: (tenantId: string, caseId: string, version: number) =>
    at(tenantId, 'teaching-case', caseId, `v${String(version)}`, 'body'),
  teachingCaseCard: (tenantId: string, caseId: string, version: number) =>
    at(tenantId, 'teaching-case', caseId, `v${String(version)}`, 'card'),
  teachingCaseReview: (tenantId: string, caseId: string, version: number, reviewer: string) =>
    at(tenantId, 'teaching-case', caseId, `v${String(version)}`, 'review', reviewer),
  /** A teaching case, or a list of them, on its way to the gateway. */
  shownTeachingCase: (tenantId: string, caseId: string) => at(tenantId, 'teaching-case', caseId, 'shown'),
  shownTeachingCases: (tenantId: string, requestId: string) =>
    at(tenantId, 'teaching-cases', requestId, 'shown'),
  /** Of a room, on its way to teaching: the plan, an act of the teacher, who joins, what is answered. */
  givenRoom: (tenantId: string, roomId: string) => at(tenantId, 'room', roomId, 'given'),
  givenRoomAct: (tenantId: string, roomId: string, commandId: string) =>
    at(tenantId, 'room', roomId, 'act', commandId),
  givenJoins: (tenantId: string, roomId: string) => at(tenantId, 'room', roomId, 'joins'),
  givenSubmissions: (tenantId: string, roomId: string) => at(tenantId, 'room', roomId, 'submissions'),
  givenComment: (tenantId: string, roomId: string, key: string) =>
    at(tenantId, 'room', roomId, 'comment', key),
  /** At rest in teaching: the case as the room began with it and its title, what words mean, a name, the words of an answer. */
  roomCase: (tenantId: string, roomId: string) => at(tenantId, 'room', roomId, 'case'),
  roomCard: (tenantId: string, roomId: string) => at(tenantId, 'room', roomId, 'card'),
  roomWords: (tenantId: string, roomId: string) => at(tenantId, 'room', roomId, 'words'),
  participantName: (tenantId: string, participantId: string) =>
    at(tenantId, 'participant', participantId, 'name'),
  commentText: (tenantId: string, commentId: string) => at(tenantId, 'comment', commentId),
  submissionText: (tenantId: string, roundId: string, attempt: number, participantId: string) =>
    at(tenantId, 'round', roundId, String(attempt), participantId),
  /** What is told of a room on its way to the gateway, for the request that asked. */
  shownRoom: (tenantId: string, requestId: string) => at(tenantId, 'room', requestId, 'shown'),
  /** Of a class, on its way to teaching: its name, and who joins it. */
  givenClass: (tenantId: string, classId: string) => at(tenantId, 'class', classId, 'given'),
  givenClassJoin: (tenantId: string, classId: string) => at(tenantId, 'class', classId, 'join'),
  /** At rest in teaching: what a class and a learner are called. */
  className: (tenantId: string, classId: string) => at(tenantId, 'class', classId, 'name'),
  learnerName: (tenantId: string, learnerId: string) => at(tenantId, 'learner', learnerId, 'name'),
  /** What is told of classes and learners on its way to the gateway, for the request that asked. */
  shownPeople: (tenantId: string, requestId: string) => at(tenantId, 'people', requestId, 'shown'),
  /** A step of an attempt on its way to teaching. */
  givenStep: (tenantId: string, attemptId: string, position: number) =>
    at(tenantId, 'attempt', attemptId, 'given', position),
  /** At rest in teaching: the case as the assignment began with it and its title, the words of a step. */
  assignmentCase: (tenantId: string, assignmentId: string) =>
    at(tenantId, 'assignment', assignmentId, 'case'),
  assignmentCard: (tenantId: string, assignmentId: string) =>
    at(tenantId, 'assignment', assignmentId, 'card'),
  stepText: (tenantId: string, attemptId: string, position: number) =>
    at(tenantId, 'attempt', attemptId, 'step', position),
  /** What a role of the language model is asked for teaching, at rest there and on its way to ddx-ranking; and what is kept of its answer. */
  roleAsked: (tenantId: string, roleRequestId: string) =>
    at(tenantId, 'role-request', roleRequestId, 'asked'),
  roleSaid: (tenantId: string, roleRequestId: string) => at(tenantId, 'role-request', roleRequestId, 'said'),
  /** What a teacher released of a draft, at rest in teaching. */
  roleReleased: (tenantId: string, roleRequestId: string) =>
    at(tenantId, 'role-request', roleRequestId, 'released'),
  /** What somebody writes for such a request, on its way to teaching; sentences on their way to case-intake. */
  givenRoleRequest: (tenantId: string, roleRequestId: string) =>
    at(tenantId, 'role-request', roleRequestId, 'given'),
  spokenSentences: (tenantId: string, roleRequestId: string) =>
    at(tenantId, 'role-request', roleRequestId, 'spoken'),
  /** What is told of such requests, for the request that asked. */
  shownRoleRequests: (tenantId: string, requestId: string) =>
    at(tenantId, 'role-requests', requestId, 'shown'),
  /** What is told of assignments and attempts, or may be picked, for the request that asked. */
  shownAssignments: (tenantId: string, requestId: string) => at(tenantId, 'assignments', requestId, 'shown'),
  /** What crosses between gateway and integration of a launch, for the request that asked: secrets, tokens, what they say. */
  givenLaunch: (tenantId: string, requestId: string) => at(tenantId, 'launch', requestId, 'given'),
  toldLaunch: (tenantId: string, requestId: string) => at(tenantId, 'launch', requestId, 'told'),
  /** At rest in integration: what a login asked, what its token said, what a platform calls a person. */
  launchLogin: (tenantId: string, launchId: string) => at(tenantId, 'launch', launchId, 'login'),
  launchSaid: (tenantId: string, launchId: string) => at(tenantId, 'launch', launchId, 'said'),
  learnerSubject: (tenantId: string, learnerId: string) => at(tenantId, 'learner', learnerId, 'subject'),
  /** At rest in integration: what a cmi5 launch said of a person, its token, a statement that is to be sent. */
  cmi5Said: (tenantId: string, sessionId: string) => at(tenantId, 'cmi5', sessionId, 'said'),
  cmi5Token: (tenantId: string, sessionId: string) => at(tenantId, 'cmi5', sessionId, 'token'),
  statementBody: (tenantId: string, statementId: string) => at(tenantId, 'statement', statementId, 'body'),
  /** At rest in integration: the secret that an EHR knows us by; of an import what it was begun with, its token, what was read. */
  ehrSecret: (tenantId: string, clientId: string) => at(tenantId, 'ehr', clientId, 'secret'),
  ehrAsked: (tenantId: string, importId: string) => at(tenantId, 'ehr-import', importId, 'asked'),
  ehrToken: (tenantId: string, importId: string) => at(tenantId, 'ehr-import', importId, 'token'),
  ehrPreview: (tenantId: string, importId: string) => at(tenantId, 'ehr-import', importId, 'preview'),
  /** An answer of the language model that ddx-ranking keeps, by the hash of its question. */
  llmAnswer: (tenantId: string, key: string) => at(tenantId, 'llm-answer', key),
  /** The answer to a request that made an API key, for the one who asks again. */
} as const;
