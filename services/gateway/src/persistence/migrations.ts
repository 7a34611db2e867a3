import { CreateOutbox1763596800000 } from '@openrounds/persistence';
import { Initial1795168171564 } from './migrations/1795168171564-initial';
import { ForgetQuotations1795169113227 } from './migrations/1795169113227-forget-quotations';

export const MIGRATIONS = [CreateOutbox1763596800000, Initial1795168171564, ForgetQuotations1795169113227];
