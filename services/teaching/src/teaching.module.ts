import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { TeachingStore } from '@openrounds/knowledge';
import { PersistenceModule } from '@openrounds/persistence';
import {
  HOURLY,
  PeriodicModule,
  PlatformModule,
  SealingModule,
  ServiceHttpModule,
  type TeachingConfig,
} from '@openrounds/platform';
import { QueueModule, RelayedOutbox } from '@openrounds/run-flow';
import { ASSIGNMENTS } from './assignments';
import { BundleLibraries } from './adapters/bundle-libraries';
import { CoalescedCounting } from './adapters/coalesced-counting';
import { QueueOutcomeTables } from './adapters/queue-outcome-tables';
import { peopleOf } from './people';
import { MODEL_ROLES } from './model-roles';
import { ENTITIES } from './persistence/entities';
import { MIGRATIONS } from './persistence/migrations';
import { TypeOrmAnswers } from './persistence/typeorm-answers';
import { TypeOrmCases } from './persistence/typeorm-cases';
import { TypeOrmComments } from './persistence/typeorm-comments';
import { TypeOrmForecasts } from './persistence/typeorm-forecasts';
import { TypeOrmRooms } from './persistence/typeorm-rooms';
import { ANSWER_STORE } from './ports/answer-store';
import { CASE_LIBRARIES } from './ports/case-library';
import { CASE_STORE } from './ports/case-store';
import { COMMENT_STORE } from './ports/comment-store';
import { COUNTING } from './ports/counting';
import { FORECAST_STORE } from './ports/forecast-store';
import { OUTCOME_TABLES } from './ports/outcome-tables';
import { ROOM_STORE } from './ports/room-store';
import { ActInTeamResponder } from './processors/act-in-team.responder';
import { ActOnTeachingCaseResponder } from './processors/act-on-teaching-case.responder';
import { CreateRoomResponder } from './processors/create-room.responder';
import { CheckTeachingCaseResponder } from './processors/check-teaching-case.responder';
import { CreateTeachingCaseVersionResponder } from './processors/create-teaching-case-version.responder';
import { CreateTeachingCaseResponder } from './processors/create-teaching-case.responder';
import { DeleteTeachingCaseResponder } from './processors/delete-teaching-case.responder';
import { FactsRankedProcessor } from './processors/facts-ranked.processor';
import { FindRoomResponder } from './processors/find-room.responder';
import { ForecastCaseResponder } from './processors/forecast-case.responder';
import { RecordParticipantConsentsResponder } from './processors/record-participant-consents.responder';
import { ForgetParticipantResponder } from './processors/forget-participant.responder';
import { GetTeachingCaseResponder } from './processors/get-teaching-case.responder';
import { JoinRoomResponder } from './processors/join-room.responder';
import { ListCommentsResponder } from './processors/list-comments.responder';
import { ListLibraryResponder } from './processors/list-library.responder';
import { ListRoomAnswersResponder } from './processors/list-room-answers.responder';
import { ListRoomsResponder } from './processors/list-rooms.responder';
import { ListTeachingCasesResponder } from './processors/list-teaching-cases.responder';
import { PostCommentResponder } from './processors/post-comment.responder';
import { ReadMineResponder } from './processors/read-mine.responder';
import { ReadRoomResultsResponder } from './processors/read-room-results.responder';
import { ReadRoomStageResponder } from './processors/read-room-stage.responder';
import { RecordSubmissionsResponder } from './processors/record-submissions.responder';
import { RoomCommandResponder } from './processors/room-command.responder';
import { RoomFrameResponder } from './processors/room-frame.responder';
import { ActInTeam } from './use-cases/act-in-team';
import { ActOnCase, NEEDS_REVIEW } from './use-cases/act-on-case';
import { AnswerForStudents } from './use-cases/answer-for-students';
import { ChangeCase } from './use-cases/change-case';
import { CommandRoom } from './use-cases/command-room';
import { CheckGivenCase } from './use-cases/check-given-case';
import { CreateCase } from './use-cases/create-case';
import { CreateRoom } from './use-cases/create-room';
import { DeleteCase } from './use-cases/delete-case';
import { Discuss } from './use-cases/discuss';
import { EngineStages } from './use-cases/engine-stages';
import { FindChances } from './use-cases/find-chances';
import { FindRoom } from './use-cases/find-room';
import { FORECASTS_KEPT, ForgetForecasts } from './use-cases/forget-forecasts';
import { AgreeInRoom } from './use-cases/agree-in-room';
import { ForgetParticipant } from './use-cases/forget-participant';
import { JoinRoom } from './use-cases/join-room';
import { KeepAwake, TICK_EVERY_MS } from './use-cases/keep-awake';
import { KeepForecast } from './use-cases/keep-forecast';
import { ListCases } from './use-cases/list-cases';
import { JudgeDifficulty } from './use-cases/judge-difficulty';
import { CasesInRooms } from './use-cases/cases-in-rooms';
import { ListLibrary } from './use-cases/list-library';
import { ListRooms } from './use-cases/list-rooms';
import { OpenCase } from './use-cases/open-case';
import { PurgeAssignments } from './use-cases/purge-assignments';
import { PurgePeople } from './use-cases/purge-people';
import { PurgeRooms, ROOMS_KEPT, type RoomsKept } from './use-cases/purge-rooms';
import { ReadForecast } from './use-cases/read-forecast';
import { ReadRoom } from './use-cases/read-room';
import { RecordSubmissions } from './use-cases/record-submissions';
import { REHEARSE_EVERY_MS, RunRehearsals } from './use-cases/run-rehearsals';
import { REPORT_ROOMS_EVERY_MS, ReportRooms } from './use-cases/report-rooms';
import { PurgeRoleRequests } from './use-cases/roles/purge-role-requests';
import { RunTimers, TIMERS_EVERY_MS } from './use-cases/run-timers';
import { SeatStudents } from './use-cases/seat-students';
import { SETTLE_EVERY_MS, SettleRooms } from './use-cases/settle-rooms';
import { ShowRoom } from './use-cases/show-room';
import { TallyRound } from './use-cases/tally-round';
import { TellCase } from './use-cases/tell-case';

const ADAPTERS = [
  { provide: ANSWER_STORE, useClass: TypeOrmAnswers },
  { provide: CASE_LIBRARIES, useClass: BundleLibraries },
  { provide: CASE_STORE, useClass: TypeOrmCases },
  { provide: COMMENT_STORE, useClass: TypeOrmComments },
  { provide: FORECAST_STORE, useClass: TypeOrmForecasts },
  { provide: COUNTING, useClass: CoalescedCounting },
  { provide: OUTCOME_TABLES, useClass: QueueOutcomeTables },
  { provide: ROOM_STORE, useClass: TypeOrmRooms },
  RelayedOutbox,
];
const USE_CASES = [
  ActInTeam,
  ActOnCase,
  AnswerForStudents,
  ChangeCase,
  CommandRoom,
  CheckGivenCase,
  CreateCase,
  CreateRoom,
  DeleteCase,
  Discuss,
  EngineStages,
  FindChances,
  FindRoom,
  ForgetForecasts,
  AgreeInRoom,
  ForgetParticipant,
  JoinRoom,
  KeepAwake,
  KeepForecast,
  ListCases,
  JudgeDifficulty,
  CasesInRooms,
  ListLibrary,
  ListRooms,
  OpenCase,
  PurgeRooms,
  ReadForecast,
  ReadRoom,
  RecordSubmissions,
  ReportRooms,
  RunRehearsals,
  RunTimers,
  SeatStudents,
  SettleRooms,
  ShowRoom,
  TallyRound,
  TellCase,
];
const HANDLERS = [
  ActInTeamResponder,
  ActOnTeachingCaseResponder,
  CreateRoomResponder,
  CheckTeachingCaseResponder,
  CreateTeachingCaseResponder,
  CreateTeachingCaseVersionResponder,
  DeleteTeachingCaseResponder,
  FactsRankedProcessor,
  FindRoomResponder,
  ForecastCaseResponder,
  ForgetParticipantResponder,
  RecordParticipantConsentsResponder,
  GetTeachingCaseResponder,
  JoinRoomResponder,
  ListCommentsResponder,
  ListLibraryResponder,
  ListRoomAnswersResponder,
  ListRoomsResponder,
  ListTeachingCasesResponder,
  PostCommentResponder,
  ReadMineResponder,
  ReadRoomResultsResponder,
  ReadRoomStageResponder,
  RecordSubmissionsResponder,
  RoomCommandResponder,
  RoomFrameResponder,
];

const roomsKept = (config: TeachingConfig): Provider[] => [
  {
    provide: ROOMS_KEPT,
    useValue: {
      people: config.RETENTION_ROOM_PEOPLE_SECONDS,
      comments: config.RETENTION_COMMENT_SECONDS,
      rooms: config.RETENTION_ROOM_SECONDS,
    } satisfies RoomsKept,
  },
  { provide: FORECASTS_KEPT, useValue: config.RETENTION_FORECAST_SECONDS },
];

/**
 * The library of cases: those that come with the product, and those that teachers write, review and publish; and rooms, in
 * which a class takes them; assignments, which learners take alone; classes, and the learners in them.
 */
@Module({})
export class TeachingModule {
  static forConfig(config: TeachingConfig): DynamicModule {
    return {
      module: TeachingModule,
      imports: [
        PlatformModule.forService('teaching', config),
        SealingModule.forService(config),
        ServiceHttpModule,
        PersistenceModule.forService({ schema: 'teaching', entities: ENTITIES, migrations: MIGRATIONS }),
        PeriodicModule.running(
          { name: 'forget-forecasts', everyMs: HOURLY, useCase: ForgetForecasts },
          { name: 'keep-awake', everyMs: TICK_EVERY_MS, useCase: KeepAwake },
          { name: 'purge-assignments', everyMs: HOURLY, useCase: PurgeAssignments },
          { name: 'purge-teaching', everyMs: HOURLY, useCase: PurgePeople },
          { name: 'purge-role-requests', everyMs: HOURLY, useCase: PurgeRoleRequests },
          { name: 'purge-rooms', everyMs: HOURLY, useCase: PurgeRooms },
          { name: 'report-rooms', everyMs: REPORT_ROOMS_EVERY_MS, useCase: ReportRooms },
          { name: 'run-rehearsals', everyMs: REHEARSE_EVERY_MS, useCase: RunRehearsals },
          { name: 'run-room-timers', everyMs: TIMERS_EVERY_MS, useCase: RunTimers },
          { name: 'settle-rooms', everyMs: SETTLE_EVERY_MS, useCase: SettleRooms },
        ),
        QueueModule.serving('teaching', 'teaching-interactive'),
      ],
      providers: [
        { provide: TeachingStore, useValue: new TeachingStore(config.KNOWLEDGE_DIR) },
        { provide: NEEDS_REVIEW, useValue: !config.EMBEDDED },
        ...roomsKept(config),
        ...peopleOf(config),
        ...ASSIGNMENTS,
        ...MODEL_ROLES,
        ...ADAPTERS,
        ...USE_CASES,
        ...HANDLERS,
      ],
    };
  }
}
