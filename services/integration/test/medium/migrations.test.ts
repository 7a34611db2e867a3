import { describeMigrations } from '@openrounds/testing';
import { ENTITIES } from '../../src/persistence/entities';
import { MIGRATIONS } from '../../src/persistence/migrations';

describeMigrations({ schema: 'integration', entities: ENTITIES, migrations: MIGRATIONS });
