import { Initial1795168173383 } from './migrations/1795168173383-initial';

export const MIGRATIONS = [Initial1795168173383];
