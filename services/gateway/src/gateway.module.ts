import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { ROOM_CHANNEL } from '@openrounds/contracts';
import { BundleStore } from '@openrounds/knowledge';
import { PersistenceModule } from '@openrounds/persistence';
import {
  CLOCK,
  HOURLY,
  loadLearnerKeys,
  loadRoomKeys,
  LOGGER,
  Metrics,
  PeriodicModule,
  PlatformModule,
  SealingModule,
  tellingSealer,
  type Clock,
  type GatewayConfig,
  type Logger,
} from '@openrounds/platform';
import { AnswerReader, QueueModule, RelayedOutbox } from '@openrounds/run-flow';
import { BundleLibrary } from './adapters/bundle-library';
import { configuredVerifier } from './adapters/jwks-verifier';
import { LocalKey } from './adapters/local-key';
import { OutboxLoad } from './adapters/outbox-load';
import { PostgresSignals } from './adapters/postgres-signals';
import { QueueJobInspector } from './adapters/queue-job-inspector';
import { QueueServices, requesterProvider } from './adapters/queue-services';
import { ReadyWithoutQueue } from './adapters/ready-without-queue';
import { ROOM_KEYS } from './adapters/room-keys';
import { SignedAttemptTokens } from './adapters/signed-attempt-tokens';
import { SignedClassTokens } from './adapters/signed-class-tokens';
import { SignedLaunchTokens } from './adapters/signed-launch-tokens';
import { SignedRoomTokens } from './adapters/signed-room-tokens';
import { ThreadedMasker } from './adapters/threaded-masker';
import { ThreadedReader } from './adapters/threaded-reader';
import { WarmUp } from './adapters/warm-up';
import { assertOperationsHandled } from './http/assert-operations';
import { Admission } from './http/admission';
import { AuthenticateGuard } from './http/authenticate.guard';
import { CONTROLLERS } from './http/controllers';
import { ProblemFilter } from './http/errors.filter';
import { ShuttingDown } from './http/shutting-down';
import { ENTITIES } from './persistence/entities';
import { MIGRATIONS } from './persistence/migrations';
import { RUN_CHANNEL, type Channel } from './persistence/notify';
import { TypeOrmCaseRegistry } from './persistence/typeorm-case-registry';
import { TypeOrmCredentials } from './persistence/typeorm-credentials';
import { TypeOrmNarrations } from './persistence/typeorm-narrations';
import { TypeOrmIdempotency } from './persistence/typeorm-idempotency';
import { TypeOrmRuns } from './persistence/typeorm-runs';
import { TypeOrmTenantSettings } from './persistence/typeorm-tenant-settings';
import { TypeOrmTutor } from './persistence/typeorm-tutor';
import { ATTEMPT_TOKENS } from './ports/attempt-tokens';
import { CASE_REGISTRY } from './ports/case-registry';
import { CLASS_TOKENS } from './ports/class-tokens';
import { CREDENTIAL_STORE } from './ports/credentials';
import { DOCUMENT_READER } from './ports/document-reader';
import { IDEMPOTENCY_STORE } from './ports/idempotency';
import { JOB_INSPECTOR } from './ports/job-inspector';
import { KNOWLEDGE_LIBRARY } from './ports/knowledge-library';
import { LAUNCH_SEALER } from './ports/launch-sealer';
import { LAUNCH_TOKENS } from './ports/launch-tokens';
import { LOAD } from './ports/load';
import { MASKER } from './ports/masker';
import { NARRATION_STORE } from './ports/narration-store';
import { ROOM_TOKENS } from './ports/room-tokens';
import { RUN_STORE } from './ports/run-store';
import { SERVICES, type Services } from './ports/services';
import { ROOM_SIGNALS, RUN_SIGNALS } from './ports/signals';
import { TENANT_SETTINGS } from './ports/tenant-settings';
import { TOKEN_VERIFIER } from './ports/token-verifier';
import { TUTOR_STORE } from './ports/tutor-store';
import { CaseErasedProcessor } from './processors/case-erased.processor';
import { EraseLearnerProcessor } from './processors/erase-learner.processor';
import { NarrationWrittenProcessor } from './processors/narration-written.processor';
import { ReviseRunProcessor } from './processors/revise-run.processor';
import { RunCompletedProcessor } from './processors/run-completed.processor';
import { RunFailedProcessor } from './processors/run-failed.processor';
import { RunProgressedProcessor } from './processors/run-progressed.processor';
import { ForgetTutorProcessor } from './processors/forget-tutor.processor';
import { TutorAnsweredProcessor } from './processors/tutor-answered.processor';
import { settingsOf } from './settings';
import { AskTutor } from './use-cases/ask-tutor';
import { TutorGrounds } from './use-cases/tutor-grounds';
import { ManageAssignments } from './use-cases/assignments/manage-assignments';
import { ScoreTable } from './use-cases/assignments/score-table';
import { ReadLearnerNames } from './use-cases/assignments/learner-names';
import { SentGrades } from './use-cases/assignments/sent-grades';
import { TakeAttempts } from './use-cases/assignments/take-attempts';
import { Authenticate } from './use-cases/authenticate';
import { AnswerCds } from './use-cases/cds/answer-cds';
import { CallerOfCds } from './use-cases/cds/caller-of-cds';
import { CdsOrigins } from './use-cases/cds/cds-origins';
import { ReadMissingPrefetch } from './use-cases/cds/read-missing-prefetch';
import { KeepCdsFeedback } from './use-cases/cds/keep-cds-feedback';
import { CreateCaseVersion } from './use-cases/create-case-version';
import { CreateRun } from './use-cases/create-run';
import { EraseExpired } from './use-cases/erase-expired';
import { ExchangeCases } from './use-cases/exchange-cases';
import { FindSeat } from './use-cases/find-seat';
import { ExportCase } from './use-cases/export-case';
import { ExportQuestions } from './use-cases/export-questions';
import { ExportRun } from './use-cases/export-run';
import { Forget } from './use-cases/forget';
import { ImportCase } from './use-cases/import-case';
import { ImportGuideline } from './use-cases/import-guideline';
import { KeepRun } from './use-cases/keep-run';
import { LearningPlatforms } from './use-cases/learning-platforms';
import { ChooseLinks } from './use-cases/launches/choose-links';
import { EhrImports } from './use-cases/launches/ehr-imports';
import { Launches } from './use-cases/launches/launches';
import { ManageLaunches } from './use-cases/launches/manage-launches';
import { ExportCourse } from './use-cases/records/export-course';
import { LearningRecords } from './use-cases/records/learning-records';
import { OpenLaunchSession } from './use-cases/launches/open-launch-session';
import { ManageApiKeys } from './use-cases/manage-api-keys';
import { ManageCases } from './use-cases/manage-cases';
import { ManageEhrClients } from './use-cases/manage-ehr-clients';
import { ManageLanguageModel } from './use-cases/manage-language-model';
import { ManageSessions } from './use-cases/manage-sessions';
import { NarrateRun } from './use-cases/narrate-run';
import { OpenRequests } from './use-cases/open-requests';
import { OwnGuidelines } from './use-cases/own-guidelines';
import { RateLimit } from './use-cases/rate-limit';
import { ForgetLearner } from './use-cases/people/forget-learner';
import { JoinClass } from './use-cases/people/join-class';
import { ManageClasses } from './use-cases/people/manage-classes';
import { OwnData } from './use-cases/people/own-data';
import { OwnTutorThreads } from './use-cases/people/own-tutor-threads';
import { ReadLibrary } from './use-cases/read-library';
import { ReadLog } from './use-cases/read-log';
import { ReadPassage } from './use-cases/read-passage';
import { ReadRun } from './use-cases/read-run';
import { Reconcile } from './use-cases/reconcile';
import { ReconcileErasures } from './use-cases/reconcile-erasures';
import { RecordRun } from './use-cases/record-run';
import { RefuseOverload } from './use-cases/refuse-overload';
import { ReportLoad } from './use-cases/report-load';
import { ReviseRun } from './use-cases/revise-run';
import { ActInTeam } from './use-cases/rooms/act-in-team';
import { Discuss } from './use-cases/rooms/discuss';
import { FindRoom } from './use-cases/rooms/find-room';
import { JoinRoom } from './use-cases/rooms/join-room';
import { LeadRoom } from './use-cases/rooms/lead-room';
import { OwnPart } from './use-cases/rooms/own-part';
import { ReadRoom } from './use-cases/rooms/read-room';
import { ResultsTable } from './use-cases/rooms/results-table';
import { RoomWatches } from './use-cases/rooms/room-watch';
import { StreamRoom } from './use-cases/rooms/stream-room';
import { SubmitAnswer } from './use-cases/rooms/submit-answer';
import { RunWatches } from './use-cases/run-watch';
import { SearchGuidelines } from './use-cases/search-guidelines';
import { StreamRun } from './use-cases/stream-run';
import { TeachingCases } from './use-cases/teaching-cases';
import { UseSession } from './use-cases/use-session';
import { ViewRun } from './use-cases/view-run';
import { DraftFeedback } from './use-cases/voice/draft-feedback';
import { DraftQuestions } from './use-cases/voice/draft-questions';
import { RoleRequests } from './use-cases/voice/role-requests';
import { TalkToPatient } from './use-cases/voice/talk-to-patient';

const STORES = [
  { provide: CASE_REGISTRY, useClass: TypeOrmCaseRegistry },
  { provide: CREDENTIAL_STORE, useClass: TypeOrmCredentials },
  { provide: IDEMPOTENCY_STORE, useClass: TypeOrmIdempotency },
  { provide: NARRATION_STORE, useClass: TypeOrmNarrations },
  { provide: RUN_STORE, useClass: TypeOrmRuns },
  { provide: TENANT_SETTINGS, useClass: TypeOrmTenantSettings },
  { provide: TUTOR_STORE, useClass: TypeOrmTutor },
];
const signalsOf = (token: symbol, channel: Channel) => ({
  provide: token,
  inject: [PostgresSignals],
  useFactory: (signals: PostgresSignals) => signals.of(channel),
});
const TOKENS = [
  { provide: ATTEMPT_TOKENS, useClass: SignedAttemptTokens },
  { provide: CLASS_TOKENS, useClass: SignedClassTokens },
  { provide: LAUNCH_TOKENS, useClass: SignedLaunchTokens },
  { provide: ROOM_TOKENS, useClass: SignedRoomTokens },
];
const ADAPTERS = [
  OutboxLoad,
  { provide: LOAD, useExisting: OutboxLoad },
  { provide: DOCUMENT_READER, useClass: ThreadedReader },
  { provide: JOB_INSPECTOR, useClass: QueueJobInspector },
  { provide: KNOWLEDGE_LIBRARY, useClass: BundleLibrary },
  { provide: MASKER, useClass: ThreadedMasker },
  PostgresSignals,
  signalsOf(RUN_SIGNALS, RUN_CHANNEL),
  signalsOf(ROOM_SIGNALS, ROOM_CHANNEL),
  { provide: SERVICES, useClass: QueueServices },
  requesterProvider,
  {
    provide: AnswerReader,
    inject: [SERVICES],
    useFactory: (services: Services) =>
      new AnswerReader((payload) => services.ask('read-ranking.v1', payload)),
  },
  LocalKey,
  ReadyWithoutQueue,
  RelayedOutbox,
  WarmUp,
];
const USE_CASES = [
  ActInTeam,
  AskTutor,
  TutorGrounds,
  Authenticate,
  CreateCaseVersion,
  CreateRun,
  RefuseOverload,
  EraseExpired,
  ExchangeCases,
  FindSeat,
  Forget,
  ImportCase,
  ImportGuideline,
  KeepRun,
  LearningPlatforms,
  ManageApiKeys,
  ManageCases,
  ManageEhrClients,
  ManageLanguageModel,
  ManageSessions,
  NarrateRun,
  OpenRequests,
  OwnGuidelines,
  RateLimit,
  ReadLibrary,
  ReadLog,
  ReadPassage,
  ReadRun,
  Reconcile,
  ReconcileErasures,
  RecordRun,
  ReportLoad,
  ReviseRun,
  RunWatches,
  SearchGuidelines,
  StreamRun,
  TeachingCases,
  UseSession,
  ExportCase,
  ExportQuestions,
  ExportRun,
  ViewRun,
];
/** Training EHRs that call by CDS Hooks. */
const CDS = [AnswerCds, CallerOfCds, CdsOrigins, KeepCdsFeedback, ReadMissingPrefetch];
/** People whom learning platforms send. */
const LAUNCHES = [
  ChooseLinks,
  EhrImports,
  ExportCourse,
  Launches,
  LearningRecords,
  ManageLaunches,
  OpenLaunchSession,
];
/** Classes and the learners in them. */
const PEOPLE = [ForgetLearner, JoinClass, ManageClasses, OwnData, OwnTutorThreads];
/** The patient's voice, and drafts for teachers. */
const VOICE = [DraftFeedback, DraftQuestions, RoleRequests, TalkToPatient];
/** Cases that learners take alone. */
const ASSIGNMENTS = [ManageAssignments, ReadLearnerNames, ScoreTable, SentGrades, TakeAttempts];
/** Rooms, in which a class answers. */
const ROOMS = [
  Discuss,
  FindRoom,
  JoinRoom,
  LeadRoom,
  OwnPart,
  ReadRoom,
  ResultsTable,
  RoomWatches,
  StreamRoom,
  SubmitAnswer,
];
const HANDLERS = [
  CaseErasedProcessor,
  EraseLearnerProcessor,
  NarrationWrittenProcessor,
  ReviseRunProcessor,
  RunCompletedProcessor,
  RunFailedProcessor,
  RunProgressedProcessor,
  ForgetTutorProcessor,
  TutorAnsweredProcessor,
];
const EDGE = [
  Admission,
  { provide: APP_FILTER, useClass: ProblemFilter },
  { provide: APP_GUARD, useClass: AuthenticateGuard },
  ShuttingDown,
];

const REPORT_LOAD_EVERY_MS = 5_000;

const periodicWorks = ({ RECONCILE_AFTER_SECONDS }: GatewayConfig): DynamicModule => {
  const reconcileEveryMs = Math.max(100, RECONCILE_AFTER_SECONDS * 500);
  return PeriodicModule.running(
    { name: 'reconcile', everyMs: reconcileEveryMs, useCase: Reconcile },
    { name: 'reconcile-erasures', everyMs: reconcileEveryMs, useCase: ReconcileErasures },
    { name: 'erase-expired', everyMs: HOURLY / 12, useCase: EraseExpired },
    { name: 'forget', everyMs: HOURLY / 12, useCase: Forget },
    { name: 'report-load', everyMs: REPORT_LOAD_EVERY_MS, useCase: ReportLoad },
  );
};

/** The public API: the only service that HTTP reaches, and the only writer of a run's status. */
@Module({})
export class GatewayModule {
  static forConfig(config: GatewayConfig): DynamicModule {
    assertOperationsHandled(CONTROLLERS);
    return {
      module: GatewayModule,
      imports: [
        PlatformModule.forService('gateway', config),
        SealingModule.forService(config),
        PersistenceModule.forService({ schema: 'gateway', entities: ENTITIES, migrations: MIGRATIONS }),
        periodicWorks(config),
        QueueModule.serving('gateway'),
      ],
      controllers: CONTROLLERS,
      providers: [
        { provide: BundleStore, useValue: new BundleStore(config.KNOWLEDGE_DIR) },
        { provide: ROOM_KEYS, useValue: loadRoomKeys(config.KEYS_DIR) },
        {
          provide: LAUNCH_SEALER,
          inject: [LOGGER, Metrics],
          useFactory: (logger: Logger, metrics: Metrics) =>
            tellingSealer(loadLearnerKeys(config.KEYS_DIR), logger, metrics),
        },
        {
          provide: TOKEN_VERIFIER,
          inject: [CLOCK],
          useFactory: (clock: Clock) => configuredVerifier(config, clock),
        },
        ...settingsOf(config),
        ...STORES,
        ...TOKENS,
        ...ADAPTERS,
        ...USE_CASES,
        ...CDS,
        ...LAUNCHES,
        ...PEOPLE,
        ...VOICE,
        ...ASSIGNMENTS,
        ...ROOMS,
        ...HANDLERS,
        ...EDGE,
      ],
    };
  }
}
