import { randomUUID } from 'node:crypto';
import { built, OPERATIONS, type Operation, type OperationId } from '@openrounds/contracts';
import { FULL } from '@openrounds/testing';
import request from 'supertest';
import { answerOf, clientOf, rank, type Schemas } from '../support/client';
import { CODED } from '../support/sample-cases';
import { PHENOPACKET } from '../support/sample-imports';
import { teachingCase } from '../support/sample-teaching-case';
import { sharedStack } from '../support/shared-stack';
import { type RunningStack } from '../support/stack';

jest.setTimeout(120_000);

/** Stands in everything that the first tenant gave, so that any leak of it shows. */
const MARK = 'teaching case of the first school';

/** Whether an answer has the trace as a word of its own. */
const standsIn = (answer: string, trace: string): boolean =>
  // In JSON the end of a line is two letters, the second of which would belong to the next word.
  new RegExp(`(?<![0-9A-Za-z])${trace}(?![0-9A-Za-z])`, 'u').test(answer.replaceAll(/\\[nrt]/gu, ' '));

/** What the first tenant has, and the second tries to reach. */
interface Belongings {
  readonly caseId: string;
  readonly runId: string;
  readonly keyId: string;
  /** A teaching case that it has published. */
  readonly teachingId: string;
  /** A room of the class with that case, in its lobby. */
  readonly roomId: string;
  readonly roomCode: string;
  /** A class, the code to join it, and a learner in it. */
  readonly classId: string;
  readonly classCode: string;
  readonly learnerId: string;
  /** An assignment of the class with that case, and an attempt of the learner. */
  readonly assignmentId: string;
  readonly attemptId: string;
  /** A guideline document that it imported. */
  readonly documentId: string;
  readonly logIndex: number;
  /** With which each of its creations was sent. */
  readonly idempotencyKey: string;
}

/** What a stranger sends to an operation. */
interface Attempt {
  readonly path?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * - `not-found`: names something of the first tenant; a stranger is told what is told of a thing that nobody has.
 * - `own`: reads or makes things of one's own; nothing of the first tenant shows.
 * - `shared`: the same for all tenants, and nothing of any.
 * - `leaf`: an entry of the one log of all tenants: its hash, without which nobody could check the log, and no more.
 */
interface Expectation {
  readonly seen: 'not-found' | 'own' | 'shared' | 'leaf';
  readonly attempts: (theirs: Belongings) => readonly Attempt[];
}

const strangerTo = (attempts: (theirs: Belongings) => readonly Attempt[]): Expectation => ({
  seen: 'not-found',
  attempts,
});
const own = (...attempts: readonly Attempt[]): Expectation => ({ seen: 'own', attempts: () => attempts });
const shared = (...attempts: readonly Attempt[]): Expectation => ({
  seen: 'shared',
  attempts: () => (attempts.length === 0 ? [{}] : attempts),
});
const theirRun = (more: Attempt = {}): Expectation =>
  strangerTo(({ runId }) => [{ path: { id: runId }, ...more }]);

/** A key is good for one operation. */
const teachingKeyOf = (idempotencyKey: string): string => `${idempotencyKey}-teaching`;
const theirTeachingCase = (...attempts: readonly Attempt[]): Expectation =>
  strangerTo(({ teachingId }) => attempts.map((attempt) => ({ path: { id: teachingId }, ...attempt })));

/** Their room, by id and by code, with the body that the contract shows. */
const theirRoom = (id: OperationId, path: Attempt['path'] = {}): Expectation =>
  strangerTo(({ roomId, roomCode }) => {
    const { body }: Operation = OPERATIONS[id];
    const sent = body === undefined ? {} : { body: built(body).meta()?.['example'] };
    return [roomId, roomCode].map((code) => ({ path: { ...path, code }, ...sent }));
  });
/** Only somebody who has joined may: whoever has not is refused before anything is looked for. */
const ofParticipants = (id: OperationId): Expectation => ({ ...theirRoom(id), seen: 'own' });

/** Their class, with the body that the contract shows, or none. */
const theirClass = (body: unknown = {}): Expectation =>
  strangerTo(({ classId, learnerId }) => [{ path: { id: classId, learnerId }, body }]);
/** Their assignment, with the body that the contract shows, or none. */
const theirAssignment = (body?: unknown): Expectation =>
  strangerTo(({ assignmentId }) => [{ path: { id: assignmentId }, ...(body === undefined ? {} : { body }) }]);
/** Of students: the stranger, an administrator, is refused whatever there is. */
const ofStudents = (body?: unknown): Expectation => own(body === undefined ? {} : { body });

/** Of students, too: an attempt that is theirs. */
const ofTheirAttempt = (body?: unknown): Expectation => ({
  seen: 'own',
  attempts: ({ attemptId }) => [{ path: { id: attemptId }, ...(body === undefined ? {} : { body }) }],
});

const STORED = { language: 'en', title: MARK, narrative: 'Cough and fever for three days.' } as const;
const KEY = { name: MARK, role: 'teacher' } as const;
const guideline = (whose: string) => ({
  mediaType: 'text/markdown' as const,
  content: Buffer.from(`# Pulmonary embolism: ${whose}\n\nScintigraphy on weekdays.`).toString('base64'),
  licence: 'internal use',
  source: whose,
  year: 2026,
  region: 'international',
});
const roomOf = (caseId: string) => ({
  caseId,
  rounds: [{ stageNo: 1, task: { task: 'differential' as const }, seconds: null }],
  settings: { language: 'en' as const, entry: 'open' as const, textOnPhones: true },
});

const assignmentOf = (caseId: string) => ({ caseId, mode: 'graded' as const });

/** Every operation of the contract: a new one does not compile, and fails, until it says what a stranger sees. */
const EXPECTED: Readonly<Record<OperationId, Expectation>> = {
  createCase: {
    seen: 'own',
    attempts: ({ idempotencyKey }) => [
      { body: { ...STORED, title: 'own' }, headers: { 'idempotency-key': idempotencyKey } },
    ],
  },
  listCases: own({}),
  getCase: strangerTo(({ caseId }) => [
    { path: { id: caseId } },
    { path: { id: caseId }, query: { version: '1' } },
  ]),
  getPhenopacket: strangerTo(({ caseId }) => [
    { path: { id: caseId } },
    { path: { id: caseId }, query: { report: 'true' } },
  ]),
  createCaseVersion: strangerTo(({ caseId }) => [
    {
      path: { id: caseId },
      body: { corrections: [{ findingId: 'cough', action: 'reject' }] },
      headers: { 'if-match': '"1"' },
    },
  ]),
  eraseCase: strangerTo(({ caseId }) => [{ path: { id: caseId } }]),
  importCase: {
    seen: 'own',
    attempts: ({ idempotencyKey }) => [
      {
        path: { format: 'phenopacket' },
        body: PHENOPACKET,
        headers: { 'idempotency-key': idempotencyKey },
      },
    ],
  },
  previewIntake: own({ body: { narrative: 'Cough.', language: 'en' } }),
  createRun: strangerTo(({ caseId, idempotencyKey }) => [
    { body: { caseId } },
    { body: { caseId, caseVersion: 1 } },
    { body: { caseId }, headers: { 'idempotency-key': idempotencyKey } },
  ]),
  listRuns: {
    seen: 'own',
    attempts: ({ caseId }) => [{}, { query: { caseId } }, { query: { status: 'completed' } }],
  },
  getRun: theirRun(),
  streamRunEvents: strangerTo(({ runId }) => [
    { path: { id: runId } },
    { path: { id: runId }, headers: { 'last-event-id': '1' } },
  ]),
  createNarration: theirRun({ body: { audience: 'clinician', language: 'en' } }),
  getNarration: strangerTo(({ runId }) => [{ path: { id: runId, narrationId: runId } }]),
  createTutorThread: theirRun({ body: { language: 'en' } }),
  listTutorThreads: theirRun(),
  createAttemptTutorThread: ofTheirAttempt({ language: 'en' }),
  listAttemptTutorThreads: ofTheirAttempt(),
  createRoomTutorThread: theirRoom('createRoomTutorThread'),
  listRoomTutorThreads: theirRoom('listRoomTutorThreads'),
  getTutorThread: strangerTo(({ runId }) => [{ path: { id: runId } }]),
  askTutor: strangerTo(({ runId }) => [{ path: { id: runId }, body: { question: 'Why?' } }]),
  getTutorQuestion: strangerTo(({ runId }) => [{ path: { id: runId, questionId: runId } }]),
  whatIf: theirRun({ body: { set: [{ findingId: 'haemoptysis', presence: 'present' }] } }),
  compareDiseases: theirRun({ query: { diseases: 'pulmonary-embolism,community-acquired-pneumonia' } }),
  getCounterfactual: theirRun(),
  getStages: theirRun(),
  getExplanation: theirRun(),
  replayRun: theirRun(),
  getRunFhir: theirRun(),
  getRunProvenance: theirRun(),
  exportRun: strangerTo(({ runId }) =>
    ['record', 'html'].map((as) => ({ path: { id: runId }, query: { as } })),
  ),
  listLibrary: own({}, { query: { q: MARK } }, { query: { limit: '100' } }),
  createTeachingCase: {
    seen: 'own',
    attempts: ({ idempotencyKey }) => [
      {
        body: { body: teachingCase('own') },
        headers: { 'idempotency-key': teachingKeyOf(idempotencyKey) },
      },
    ],
  },
  checkTeachingCase: shared({ body: { body: teachingCase('own') } }),
  listTeachingCases: own({}, { query: { state: 'published' } }),
  getTeachingCase: theirTeachingCase({}, { query: { version: '1' } }),
  createTeachingCaseVersion: theirTeachingCase({
    body: { body: teachingCase('own') },
    headers: { 'if-match': '"1"' },
  }),
  submitTeachingCase: theirTeachingCase({ body: { version: 1 } }),
  reviewTeachingCase: theirTeachingCase({ body: { version: 1, verdict: 'change' } }),
  publishTeachingCase: theirTeachingCase({ body: { version: 1 } }),
  retireTeachingCase: theirTeachingCase({ body: { version: 1 } }),
  copyTeachingCase: theirTeachingCase({ body: { version: 1 } }),
  getCaseForecast: theirTeachingCase({}),
  exportTeachingCase: theirTeachingCase({}, { query: { as: 'yaml' } }),
  exportQuestions: strangerTo(({ teachingId }) =>
    ['true', 'false'].map((dryRun) => ({ query: { format: 'gift', set: teachingId, dryRun } })),
  ),
  importTeachingCases: {
    seen: 'own',
    attempts: ({ idempotencyKey }) => [
      { body: { format: 'openrounds-case/1' }, headers: { 'idempotency-key': idempotencyKey } },
    ],
  },
  deleteTeachingCase: theirTeachingCase({}),
  askPatientOfCase: theirTeachingCase({ body: { question: 'Why?', language: 'en', stages: 1 } }),
  getPatientConversationOfCase: theirTeachingCase({}),
  createQuestionDrafts: theirTeachingCase({ body: { language: 'en' } }),
  listQuestionDrafts: theirTeachingCase({}),
  createClass: {
    seen: 'own',
    attempts: ({ idempotencyKey }) => [
      {
        body: { name: 'own', language: 'en' },
        headers: { 'idempotency-key': `${idempotencyKey}-class` },
      },
    ],
  },
  listClasses: own({}),
  getClass: strangerTo(({ classId }) => [{ path: { id: classId } }]),
  listClassMembers: strangerTo(({ classId }) => [{ path: { id: classId } }]),
  changeClassStaff: theirClass({ subject: 'stranger', role: 'teacher' }),
  renewClassCode: theirClass(),
  archiveClass: theirClass(),
  removeClassMember: theirClass(),
  joinClass: { seen: 'own', attempts: ({ classCode }) => [{ body: { code: classCode } }] },
  getMe: ofStudents(),
  eraseMe: ofStudents(),
  getMyConsents: ofStudents(),
  recordMyConsents: ofStudents({ consents: [{ purpose: 'class', granted: true, textVersion: 1 }] }),
  exportMe: ofStudents(),
  exportLearner: strangerTo(({ learnerId }) => [{ path: { id: learnerId } }]),
  eraseLearner: strangerTo(({ learnerId }) => [{ path: { id: learnerId } }]),
  createRoom: strangerTo(({ teachingId, classId, idempotencyKey }) => [
    { body: { ...roomOf(teachingId), classId } },
    { body: roomOf(teachingId) },
    { body: roomOf(teachingId), headers: { 'idempotency-key': `${idempotencyKey}-room` } },
  ]),
  listRooms: {
    seen: 'own',
    attempts: ({ classId }) => [{}, { query: { state: 'lobby' } }, { query: { classId } }],
  },
  getRoom: theirRoom('getRoom'),
  streamRoomEvents: theirRoom('streamRoomEvents'),
  joinRoom: theirRoom('joinRoom'),
  submitAnswer: ofParticipants('submitAnswer'),
  getMine: ofParticipants('getMine'),
  getMyRoomConsents: ofParticipants('getMyRoomConsents'),
  recordMyRoomConsents: ofParticipants('recordMyRoomConsents'),
  forgetMe: ofParticipants('forgetMe'),
  getRoomStage: theirRoom('getRoomStage', { number: 1 }),
  getRoomVocabulary: theirRoom('getRoomVocabulary'),
  openRound: theirRoom('openRound'),
  closeRound: theirRoom('closeRound'),
  extendRound: theirRoom('extendRound'),
  resetRound: theirRoom('resetRound'),
  revealRound: theirRoom('revealRound'),
  countLate: theirRoom('countLate'),
  moveToStage: theirRoom('moveToStage'),
  lockRoom: theirRoom('lockRoom'),
  showTutorAnswer: theirRoom('showTutorAnswer'),
  endRoom: theirRoom('endRoom'),
  addRound: theirRoom('addRound'),
  mapWords: theirRoom('mapWords'),
  removeParticipant: theirRoom('removeParticipant', { number: 1 }),
  listRoomParticipants: theirRoom('listRoomParticipants'),
  chooseTeam: ofParticipants('chooseTeam'),
  handOnPen: theirRoom('handOnPen'),
  postComment: theirRoom('postComment'),
  listComments: theirRoom('listComments'),
  hideComment: theirRoom('hideComment', { number: 1 }),
  getRoomResults: theirRoom('getRoomResults'),
  getRoomResultsTable: theirRoom('getRoomResultsTable'),
  createFeedbackDraft: theirRoom('createFeedbackDraft'),
  listFeedbackDrafts: theirRoom('listFeedbackDrafts'),
  releaseFeedback: theirRoom('releaseFeedback', { draftId: randomUUID() }),
  createAssignment: strangerTo(({ teachingId, classId, idempotencyKey }) => [
    { body: { ...assignmentOf(teachingId), classId } },
    { body: assignmentOf(teachingId) },
    { body: assignmentOf(teachingId), headers: { 'idempotency-key': `${idempotencyKey}-assignment` } },
  ]),
  listAssignments: { seen: 'own', attempts: ({ classId }) => [{}, { query: { classId } }] },
  getAssignment: theirAssignment(),
  releaseAssignment: theirAssignment({}),
  deleteAssignment: theirAssignment(),
  getAssignmentResults: theirAssignment(),
  getAssignmentResultsTable: theirAssignment(),
  createAttempt: {
    seen: 'own',
    attempts: ({ assignmentId }) => [{ body: { assignmentId } }],
  },
  listAttempts: { seen: 'own', attempts: ({ assignmentId }) => [{}, { query: { assignmentId } }] },
  getAttempt: ofTheirAttempt(),
  takeAttemptStep: ofTheirAttempt({ position: 1, step: { kind: 'next' } }),
  reviewAttempt: ofTheirAttempt(),

  getAttemptFeedback: ofTheirAttempt(),
  askPatient: ofTheirAttempt({ question: 'Why?', language: 'en' }),
  getPatientConversation: ofTheirAttempt(),
  searchFindings: shared({ query: { q: 'cough' } }),
  listDiseases: shared(),
  getDisease: shared({ path: { id: 'pulmonary-embolism' } }),
  listPresentingProblems: shared(),
  listTests: shared(),
  listScores: shared(),
  computeScore: shared({ path: { id: 'wells-pe' }, body: { inputs: {} } }),
  getKnowledge: shared(),
  getSourceAttributes: shared(),
  searchGuidelines: own(
    { query: { disease: 'pulmonary-embolism' } },
    { query: { q: MARK } },
    { query: { disease: 'pulmonary-embolism', limit: '100' } },
  ),
  getGuidelinePassage: strangerTo(({ documentId }) => [{ path: { id: `own-${documentId}-0` } }]),
  importGuidelineDocument: {
    seen: 'own',
    attempts: ({ documentId, idempotencyKey }) => [
      { body: { ...guideline('own'), supersedes: documentId } },
      { body: guideline('own'), headers: { 'idempotency-key': `${idempotencyKey}-guideline` } },
    ],
  },
  listGuidelineImports: own({}),
  listGuidelineDocuments: own({}, { query: { limit: '100' } }),
  getGuidelineDocument: strangerTo(({ documentId }) => [{ path: { id: documentId } }]),
  withdrawGuidelineDocument: strangerTo(({ documentId }) => [{ path: { id: documentId } }]),
  // Without a public address there are no learning platforms: what tenants see of each other's is in learning-platforms.test.ts.
  getLtiKeySet: own({}),
  getLtiConfiguration: own({}),
  registerLtiPlatform: own({ body: built(OPERATIONS.registerLtiPlatform.body).meta()?.['example'] }),
  listLtiRegistrations: own({}),
  checkLtiRegistration: strangerTo(({ runId }) => [{ path: { id: runId } }]),
  // The same holds for training EHRs: what tenants see of each other's is in cds-hooks.test.ts.
  registerEhrClient: own({ body: built(OPERATIONS.registerEhrClient.body).meta()?.['example'] }),
  listEhrClients: own({}),
  checkEhrClient: strangerTo(({ runId }) => [{ path: { id: runId } }]),
  removeEhrClient: strangerTo(({ runId }) => [{ path: { id: runId } }]),
  launchFromEhr: own({}),
  returnFromEhr: own({}),
  getSmartKeySet: own({}),
  listEhrConnections: own({}),
  beginEhrImport: own({ body: built(OPERATIONS.beginEhrImport.body).meta()?.['example'] }),
  getEhrImport: strangerTo(({ runId }) => [{ path: { id: runId } }]),
  acceptEhrImport: strangerTo(({ runId }) => [
    { path: { id: runId }, body: built(OPERATIONS.acceptEhrImport.body).meta()?.['example'] },
  ]),
  listCdsServices: own({}),
  callCdsService: own({
    path: { id: 'openrounds-differential' },
    body: built(OPERATIONS.callCdsService.body).meta()?.['example'],
  }),
  sendCdsFeedback: own({
    path: { id: 'openrounds-differential' },
    body: built(OPERATIONS.sendCdsFeedback.body).meta()?.['example'],
  }),
  keepRun: strangerTo(({ runId }) => [{ path: { id: runId } }]),
  beginLaunch: own({}),
  beginLaunchByForm: own({}),
  takeLaunch: own({}),
  proveBrowser: own({}),
  showRegistration: own({}),
  confirmRegistration: own({}),
  explainLtiLink: strangerTo(({ runId }) => [{ path: { id: runId } }]),
  openLaunchSession: own({ body: built(OPERATIONS.openLaunchSession.body).meta()?.['example'] }),
  chooseLtiLinks: own({ body: built(OPERATIONS.chooseLtiLinks.body).meta()?.['example'] }),
  createLtiRegistrationLink: own({}),
  listLtiRegistrationLinks: own({}),
  listLtiDeployments: own({}),
  acceptLtiDeployment: strangerTo(({ runId }) => [{ path: { id: runId } }]),
  changeLtiDeployment: strangerTo(({ runId }) => [{ path: { id: runId }, body: { teachersSee: 'course' } }]),
  listLtiLaunchProblems: own({}),
  readLearnerNames: strangerTo(({ runId }) => [{ path: { id: runId } }]),
  listNamesRead: own({}),
  removeLtiRegistration: strangerTo(({ runId }) => [{ path: { id: runId } }]),
  listLtiGrades: strangerTo(({ runId }) => [{ query: { assignmentId: runId } }]),
  resendLtiGrade: strangerTo(({ runId }) => [{ path: { id: runId } }]),
  resendLtiGrades: strangerTo(({ runId }) => [{ body: { assignmentId: runId } }]),
  registerLrsConnection: own({ body: built(OPERATIONS.registerLrsConnection.body).meta()?.['example'] }),
  listLrsConnections: own({}),
  checkLrsConnection: strangerTo(({ runId }) => [{ path: { id: runId } }]),
  removeLrsConnection: strangerTo(({ runId }) => [{ path: { id: runId } }]),
  listRecordStatements: own({}),
  exportCourse: strangerTo(({ runId }) => [{ path: { id: runId } }]),
  launchCmi5: own({}),
  leaveCmi5Session: { seen: 'own', attempts: ({ attemptId }) => [{ body: { attemptId } }] },
  listLogEntries: own({}, { query: { limit: '1' } }),
  getLogEntry: { seen: 'leaf', attempts: ({ logIndex }) => [{ path: { index: logIndex } }] },
  getCheckpoint: shared(),
  addCosignature: own({ body: built(OPERATIONS.addCosignature.body).meta()?.['example'] }),
  proveInclusion: shared({ query: { index: '0' } }),
  proveConsistency: shared({ query: { from: '0' } }),
  getLogTile: shared({ path: { path: 'tile/0/000.p/1' } }),
  createSession: own({ body: { code: 'not-the-start-code' } }),
  getSession: own({}),
  endSession: own({}),
  createApiKey: {
    seen: 'own',
    attempts: ({ idempotencyKey }) => [
      { body: { ...KEY, name: 'own' }, headers: { 'idempotency-key': idempotencyKey } },
    ],
  },
  listApiKeys: own({}),
  getLanguageModelSettings: own({}),
  changeLanguageModelSettings: own({ body: { reading: 'propose' } }),
  revokeApiKey: strangerTo(({ keyId }) => [{ path: { id: keyId } }]),
  live: shared(),
  ready: shared(),
  metrics: own({}),
  getMeta: shared(),
};

/** The same, of things that no tenant has. */
const NOBODYS: Belongings = {
  caseId: '01a1f85e-fb07-783b-9f5a-04b32bd29fb7',
  runId: '01a1f85e-fb07-783b-9f5a-04b32bd29fb8',
  keyId: '01a1f85e-fb07-783b-9f5a-04b32bd29fb9',
  teachingId: '01a1f85e-fb07-783b-9f5a-04b32bd29fba',
  roomId: '01a1f85e-fb07-783b-9f5a-04b32bd29fbb',
  roomCode: '000000',
  classId: '01a1f85e-fb07-783b-9f5a-04b32bd29fbc',
  classCode: '0000-0000',
  learnerId: '01a1f85e-fb07-783b-9f5a-04b32bd29fbd',
  assignmentId: '01a1f85e-fb07-783b-9f5a-04b32bd29fbf',
  attemptId: '01a1f85e-fb07-783b-9f5a-04b32bd29fc0',
  documentId: '01a1f85e-fb07-783b-9f5a-04b32bd29fbe',
  logIndex: 1_000_000,
  idempotencyKey: randomUUID(),
};

describe('two tenants over every operation', () => {
  let stack: RunningStack;
  let theirs: Belongings;
  let theirSession: string;
  let strangerKey: string;

  const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
  const send = (id: OperationId, { path = {}, query = {}, body, headers = {} }: Attempt, key: string) => {
    const operation: Operation = OPERATIONS[id];
    const url = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => String(path[name]));
    const sent = request(stack.baseUrl)[operation.method](url).query(query).set(bearer(key)).set(headers);
    return body === undefined ? sent : sent.send(body as object);
  };
  const listed = async (path: string) =>
    (await request(stack.baseUrl).get(path).set(bearer(stack.apiKey))).body as unknown;
  /** All that the first tenant can see of its own, to be the same before and after. */
  const world = async (): Promise<unknown> => ({
    answers: await Promise.all(
      [
        `/v1/cases/${theirs.caseId}`,
        '/v1/cases',
        `/v1/runs/${theirs.runId}`,
        '/v1/runs',
        `/v1/runs/${theirs.runId}/explanation`,
        '/v1/api-keys',
        '/v1/library?limit=100',
        '/v1/teaching-cases',
        '/v1/rooms',
        '/v1/classes',
        `/v1/classes/${theirs.classId}/members`,
        '/v1/assignments',
        `/v1/assignments/${theirs.assignmentId}`,
        `/v1/assignments/${theirs.assignmentId}/results`,
        '/v1/guidelines/documents',
        `/v1/guidelines/passages/own-${theirs.documentId}-0`,
      ].map(listed),
    ),
    session: (await request(stack.baseUrl).get('/v1/session').set('cookie', theirSession)).status,
  });
  /** How it was seen before anything was tried. */
  let known: unknown;
  /** Asked after each operation it names the one that changed something, and costs more than all of them. */
  const staysAsItWas = async (): Promise<void> => {
    const after = await world();
    const before = known;
    known = after;
    expect(after).toEqual(before);
  };

  beforeAll(async () => {
    stack = await sharedStack();
    const client = clientOf(stack.baseUrl, stack.apiKey);
    const idempotencyKey = randomUUID();
    const header = { 'Idempotency-Key': idempotencyKey };
    const stored = await answerOf(client.POST('/v1/cases', { params: { header }, body: STORED }));
    const run = await rank(client, { caseId: stored.id });
    const document = await answerOf(
      client.POST('/v1/guidelines/documents', {
        params: { header: { 'Idempotency-Key': `${idempotencyKey}-guideline` } },
        body: guideline(MARK),
      }),
    );
    const key = await answerOf(
      client.POST('/v1/api-keys', { params: { header: { 'Idempotency-Key': randomUUID() } }, body: KEY }),
    );
    const teaching = await answerOf(
      client.POST('/v1/teaching-cases', {
        params: { header: { 'Idempotency-Key': teachingKeyOf(idempotencyKey) } },
        body: { body: teachingCase(MARK) },
      }),
    );
    await answerOf(
      client.POST('/v1/teaching-cases/{id}:publish', {
        params: { path: { id: teaching.id } },
        body: { version: 1 },
      }),
    );
    const ofClass = await answerOf(
      client.POST('/v1/classes', {
        params: { header: { 'Idempotency-Key': `${idempotencyKey}-class` } },
        body: { name: MARK, language: 'en' },
      }),
    );
    const room = await answerOf(
      client.POST('/v1/rooms', {
        params: { header: { 'Idempotency-Key': `${idempotencyKey}-room` } },
        body: { ...roomOf(teaching.id), classId: ofClass.id },
      }),
    );
    const classCode = ofClass.joinCode ?? '';
    const joined = await request(stack.baseUrl)
      .post('/v1/classes/join')
      .send({ code: classCode, name: MARK });
    const assignment = await answerOf(
      client.POST('/v1/assignments', {
        params: { header: { 'Idempotency-Key': `${idempotencyKey}-assignment` } },
        body: { ...assignmentOf(teaching.id), classId: ofClass.id },
      }),
    );
    const { learner, token } = joined.body as Required<Schemas['JoinedClass']>;
    const attempt = await answerOf(
      clientOf(stack.baseUrl, token).POST('/v1/attempts', { body: { assignmentId: assignment.id } }),
    );
    const opened = await request(stack.baseUrl).post('/v1/session').set(bearer(stack.apiKey)).send({});
    theirSession = (opened.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
    theirs = {
      caseId: stored.id,
      runId: run.id,
      keyId: key.id,
      teachingId: teaching.id,
      roomId: room.id,
      roomCode: room.code,
      classId: ofClass.id,
      classCode,
      learnerId: learner.id,
      assignmentId: assignment.id,
      attemptId: attempt.id,
      documentId: document.id,
      logIndex: run.logEntry?.index ?? -1,
      idempotencyKey,
    };
    ({ apiKey: strangerKey } = await sharedStack());
    // What the stranger could confuse with its own must exist too.
    await rank(clientOf(stack.baseUrl, strangerKey), { case: CODED });
    known = await world();
  });

  /** An answer without the address that the stranger itself has given, and without the number of the request. */
  const told = ({ status, body, text, type }: request.Response): string => {
    const { instance: _address, requestId: _number, ...rest } = body as Record<string, unknown>;
    return JSON.stringify([status, rest, type.endsWith('json') ? '' : text]);
  };
  /**
   * Whatever would tell the stranger that the first tenant, or a thing of it, is there. Each is looked for as a
   * word of its own: six digits of a room's code stand in the middle of some hash of the log by chance.
   */
  const traces = (): string[] => [
    theirs.caseId,
    theirs.runId,
    theirs.keyId,
    theirs.teachingId,
    theirs.roomId,
    theirs.roomCode,
    theirs.classId,
    theirs.classCode,
    theirs.learnerId,
    theirs.assignmentId,
    theirs.attemptId,
    theirs.documentId,
    MARK,
    stack.apiKey,
  ];

  it('says of every operation of the contract what a stranger sees', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual(Object.keys(OPERATIONS).sort());
  });

  it('begins with a world that the first tenant sees', () => {
    const seen = JSON.stringify(known);
    for (const trace of [theirs.caseId, theirs.runId, theirs.keyId, theirs.teachingId, theirs.roomId, MARK])
      expect(seen).toContain(trace);
    expect(seen).toContain('"session":200');
  });

  it.each(Object.keys(EXPECTED) as OperationId[])('%s', async (id) => {
    const { seen, attempts } = EXPECTED[id];
    const nobodys = attempts(NOBODYS);
    for (const [place, attempt] of attempts(theirs).entries()) {
      let response = await send(id, attempt, strangerKey);
      const answer = told(response);
      expect(traces().filter((trace) => standsIn(answer, trace))).toEqual([]);
      if (seen === 'not-found') {
        expect(response.body).toMatchObject({ type: '/problems/not-found', status: 404 });
        expect(told(response)).toBe(told(await send(id, nobodys[place] ?? attempt, strangerKey)));
      } else if (seen === 'shared') {
        let same = await send(id, attempt, stack.apiKey);
        // The one log of all grows while others work: asked again until nobody wrote in between.
        for (let look = 0; look < 20 && same.text !== response.text; look += 1) {
          response = await send(id, attempt, strangerKey);
          same = await send(id, attempt, stack.apiKey);
        }
        expect([response.status, response.body]).toEqual([same.status, same.body]);
        expect(response.status).toBeLessThan(300);
      } else if (seen === 'leaf') {
        expect(response.body).toMatchObject({ leafHash: expect.any(String), record: null, salt: null });
      } else {
        expect(response.status).toBeLessThan(500);
      }
    }
    if (FULL) await staysAsItWas();
  });

  it('leaves the world of the first tenant as it was', () => staysAsItWas());
});
