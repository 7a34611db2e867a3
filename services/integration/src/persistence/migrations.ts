import { CreateOutbox1763596800000 } from '@openrounds/persistence';
import { Initial1795360735246 } from './migrations/1795360735246-initial';
import { AddGrades1795369969641 } from './migrations/1795369969641-add-grades';
import { Launches1795370545970 } from './migrations/1795370545970-launches';

export const MIGRATIONS = [
  CreateOutbox1763596800000,
  Initial1795360735246,
  AddGrades1795369969641,
  Launches1795370545970,
];
