import { PlatformEntity } from './entities/platform.entity';

export const ENTITIES = [PlatformEntity];
