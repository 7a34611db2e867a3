import { OutboxMessage } from '@openrounds/persistence';
import { ApiKeyEntity } from './entities/api-key.entity';
import { CaseEntity } from './entities/case.entity';
import { IdempotencyEntity } from './entities/idempotency.entity';
import { NarrationEntity } from './entities/narration.entity';
import { RunEventEntity } from './entities/run-event.entity';
import { RunEntity } from './entities/run.entity';
import { SessionEntity } from './entities/session.entity';
import { TenantSettingsEntity } from './entities/tenant-settings.entity';
import { TutorQuestionEntity } from './entities/tutor-question.entity';
import { TutorThreadEntity } from './entities/tutor-thread.entity';

export const ENTITIES = [
  ApiKeyEntity,
  CaseEntity,
  IdempotencyEntity,
  NarrationEntity,
  OutboxMessage,
  RunEntity,
  RunEventEntity,
  SessionEntity,
  TenantSettingsEntity,
  TutorQuestionEntity,
  TutorThreadEntity,
];
