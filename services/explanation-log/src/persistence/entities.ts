import { ErasedCaseEntity } from '@openrounds/persistence';
import { CheckpointEntity } from './entities/checkpoint.entity';
import { CosignatureEntity } from './entities/cosignature.entity';
import { LogEntryEntity } from './entities/log-entry.entity';
import { TreeHeadEntity } from './entities/tree-head.entity';
import { TreeNodeEntity } from './entities/tree-node.entity';

export const ENTITIES = [
  LogEntryEntity,
  TreeNodeEntity,
  TreeHeadEntity,
  CheckpointEntity,
  CosignatureEntity,
  ErasedCaseEntity,
];
