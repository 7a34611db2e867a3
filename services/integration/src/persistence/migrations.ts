import { Initial1795360735246 } from './migrations/1795360735246-initial';

export const MIGRATIONS = [Initial1795360735246];
