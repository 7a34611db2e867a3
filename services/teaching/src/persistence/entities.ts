import { ErasedCaseEntity, OutboxMessage } from '@openrounds/persistence';
import { CaseForecastEntity } from './entities/case-forecast.entity';
import { CaseReviewEntity } from './entities/case-review.entity';
import { CaseVersionEntity } from './entities/case-version.entity';
import { TeachingCaseEntity } from './entities/teaching-case.entity';

export const ENTITIES = [
  CaseForecastEntity,
  CaseReviewEntity,
  CaseVersionEntity,
  ErasedCaseEntity,
  OutboxMessage,
  TeachingCaseEntity,
];
