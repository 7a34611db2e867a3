import { ErasedCaseEntity } from '@openrounds/persistence';
import { CaseVersionEntity } from './entities/case-version.entity';
import { IntakeResultEntity } from './entities/intake-result.entity';

export const ENTITIES = [CaseVersionEntity, IntakeResultEntity, ErasedCaseEntity];
