import { ErasedCaseEntity } from '@openrounds/persistence';
import { CheckpointEntity } from './entities/checkpoint.entity';
import { LogEntryEntity } from './entities/log-entry.entity';
import { TreeHeadEntity } from './entities/tree-head.entity';
import { TreeNodeEntity } from './entities/tree-node.entity';

export const ENTITIES = [LogEntryEntity, TreeNodeEntity, TreeHeadEntity, CheckpointEntity, ErasedCaseEntity];
