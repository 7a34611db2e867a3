import { CdsFeedbackEntity } from './entities/cds-feedback.entity';
import { CdsTokenEntity } from './entities/cds-token.entity';
import { EhrClientEntity } from './entities/ehr-client.entity';
import { EhrImportEntity } from './entities/ehr-import.entity';
import { OutboxMessage } from '@openrounds/persistence';
import { Cmi5SessionEntity } from './entities/cmi5-session.entity';
import { DeploymentEntity } from './entities/deployment.entity';
import { GradeColumnEntity } from './entities/grade-column.entity';
import { GradeEntity } from './entities/grade.entity';
import { LaunchEntity } from './entities/launch.entity';
import { LaunchProblemEntity } from './entities/launch-problem.entity';
import { LearnerEntity } from './entities/learner.entity';
import { LinkEntity } from './entities/link.entity';
import { NamesReadEntity } from './entities/names-read.entity';
import { PendingErasureEntity } from './entities/pending-erasure.entity';
import { PlatformLaneEntity } from './entities/platform-lane.entity';
import { LrsConnectionEntity } from './entities/lrs-connection.entity';
import { PlatformEntity } from './entities/platform.entity';
import { RegistrationLinkEntity } from './entities/registration-link.entity';
import { StatementEntity } from './entities/statement.entity';
import { TicketEntity } from './entities/ticket.entity';

export const ENTITIES = [
  CdsFeedbackEntity,
  CdsTokenEntity,
  Cmi5SessionEntity,
  LrsConnectionEntity,
  StatementEntity,
  DeploymentEntity,
  EhrClientEntity,
  EhrImportEntity,
  GradeColumnEntity,
  GradeEntity,
  LaunchEntity,
  LaunchProblemEntity,
  LearnerEntity,
  LinkEntity,
  OutboxMessage,
  NamesReadEntity,
  PendingErasureEntity,
  PlatformEntity,
  PlatformLaneEntity,
  RegistrationLinkEntity,
  TicketEntity,
];
