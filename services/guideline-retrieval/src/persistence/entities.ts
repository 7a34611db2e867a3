import { ErasedCaseEntity } from '@openrounds/persistence';
import { RetrievalEntity } from './entities/retrieval.entity';

export const ENTITIES = [RetrievalEntity, ErasedCaseEntity];
