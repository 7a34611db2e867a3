import { ErasedCaseEntity } from '@openrounds/persistence';
import { LlmAnswerCaseEntity } from './entities/llm-answer-case.entity';
import { LlmAnswerEntity } from './entities/llm-answer.entity';
import { LlmUsageEntity } from './entities/llm-usage.entity';
import { RankingEntity } from './entities/ranking.entity';

export const ENTITIES = [
  RankingEntity,
  ErasedCaseEntity,
  LlmAnswerEntity,
  LlmAnswerCaseEntity,
  LlmUsageEntity,
];
