import { CreateOutbox1763596800000 } from '@openrounds/persistence';
import { Initial1795168171564 } from './migrations/1795168171564-initial';

export const MIGRATIONS = [CreateOutbox1763596800000, Initial1795168171564];
