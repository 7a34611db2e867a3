import { ErasedCaseEntity, OutboxMessage } from '@openrounds/persistence';
import { DocumentPassageEntity } from './entities/document-passage.entity';
import { DocumentEntity } from './entities/document.entity';
import { PassageVectorEntity } from './entities/passage-vector.entity';
import { RetrievalEntity } from './entities/retrieval.entity';

export const ENTITIES = [
  RetrievalEntity,
  DocumentEntity,
  DocumentPassageEntity,
  PassageVectorEntity,
  ErasedCaseEntity,
  OutboxMessage,
];
