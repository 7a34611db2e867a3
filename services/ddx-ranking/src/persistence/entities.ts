import { ErasedCaseEntity } from '@openrounds/persistence';
import { RankingEntity } from './entities/ranking.entity';

export const ENTITIES = [RankingEntity, ErasedCaseEntity];
