import { type Provider } from '@nestjs/common';
import { type PeriodicWork } from '@openrounds/platform';
import { TypeOrmErasures } from './persistence/typeorm-erasures';
import { TypeOrmGrades } from './persistence/typeorm-grades';
import { ERASURE_STORE } from './ports/erasure-store';
import { GRADE_STORE } from './ports/grade-store';
import { EraseLearnerProcessor } from './processors/erase-learner.processor';
import { LearnerErasedProcessor } from './processors/learner-erased.processor';
import { ScoreReleasedProcessor } from './processors/score-released.processor';
import { ReceiveScore } from './use-cases/receive-score';
import { RECONCILE_ERASURES_EVERY_MS, ReconcileErasures } from './use-cases/reconcile-erasures';

/** What teaching tells of launched learners: scores, and erasures. */
export const FROM_TEACHING: Provider[] = [
  { provide: ERASURE_STORE, useClass: TypeOrmErasures },
  { provide: GRADE_STORE, useClass: TypeOrmGrades },
  ReceiveScore,
  ReconcileErasures,
  EraseLearnerProcessor,
  LearnerErasedProcessor,
  ScoreReleasedProcessor,
];

export const PERIODIC: PeriodicWork[] = [
  { name: 'reconcile-erasures', everyMs: RECONCILE_ERASURES_EVERY_MS, useCase: ReconcileErasures },
];
