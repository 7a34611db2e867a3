import { type Provider } from '@nestjs/common';
import { HOURLY, type PeriodicWork } from '@openrounds/platform';
import { HttpRecordStore } from './adapters/http-record-store';
import { QueuePlacedLearners } from './adapters/queue-placed-learners';
import { TypeOrmCmi5Sessions } from './persistence/typeorm-cmi5-sessions';
import { TypeOrmLrsConnections } from './persistence/typeorm-lrs-connections';
import { CMI5_SESSIONS } from './ports/cmi5-sessions';
import { LRS_CONNECTIONS } from './ports/lrs-connections';
import { PLACED_LEARNERS } from './ports/placed-learners';
import { RECORD_STORE } from './ports/record-store';
import { AttemptSteppedProcessor } from './processors/attempt-stepped.processor';
import { BeginCmi5Responder } from './processors/begin-cmi5.responder';
import { CheckLrsResponder } from './processors/check-lrs.responder';
import { LeaveCmi5Responder } from './processors/leave-cmi5.responder';
import { ListLrsResponder } from './processors/list-lrs.responder';
import { ListStatementsResponder } from './processors/list-statements.responder';
import { RegisterLrsResponder } from './processors/register-lrs.responder';
import { RemoveLrsResponder } from './processors/remove-lrs.responder';
import { SendStatementProcessor } from './processors/send-statement.processor';
import { BeginCmi5 } from './use-cases/records/begin-cmi5';
import { END_SESSIONS_EVERY_MS, EndSilentSessions, FollowSession } from './use-cases/records/follow-session';
import { ListStatements } from './use-cases/records/list-statements';
import { ManageLrsConnections } from './use-cases/records/manage-lrs-connections';
import { PurgeSessions } from './use-cases/records/purge-sessions';
import { QUEUE_DUE_EVERY_MS, QueueDueStatements, SendStatements } from './use-cases/records/send-statements';

/** Launches by cmi5, and what is recorded of them. */
export const RECORDS: Provider[] = [
  { provide: CMI5_SESSIONS, useClass: TypeOrmCmi5Sessions },
  { provide: LRS_CONNECTIONS, useClass: TypeOrmLrsConnections },
  { provide: PLACED_LEARNERS, useClass: QueuePlacedLearners },
  { provide: RECORD_STORE, useClass: HttpRecordStore },
  BeginCmi5,
  EndSilentSessions,
  FollowSession,
  ListStatements,
  ManageLrsConnections,
  PurgeSessions,
  QueueDueStatements,
  SendStatements,
  AttemptSteppedProcessor,
  BeginCmi5Responder,
  CheckLrsResponder,
  LeaveCmi5Responder,
  ListLrsResponder,
  ListStatementsResponder,
  RegisterLrsResponder,
  RemoveLrsResponder,
  SendStatementProcessor,
];

export const RECORDS_PERIODIC: PeriodicWork[] = [
  { name: 'end-silent-sessions', everyMs: END_SESSIONS_EVERY_MS, useCase: EndSilentSessions },
  { name: 'purge-sessions', everyMs: HOURLY, useCase: PurgeSessions },
  { name: 'queue-due-statements', everyMs: QUEUE_DUE_EVERY_MS, useCase: QueueDueStatements },
];
