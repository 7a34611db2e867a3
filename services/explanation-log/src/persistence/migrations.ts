import { Initial1795168181158 } from './migrations/1795168181158-initial';

export const MIGRATIONS = [Initial1795168181158];
