import { Initial1795360735246 } from './migrations/1795360735246-initial';
import { Launches1795370545970 } from './migrations/1795370545970-launches';

export const MIGRATIONS = [Initial1795360735246, Launches1795370545970];
