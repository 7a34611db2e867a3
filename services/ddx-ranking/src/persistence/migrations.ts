import { Initial1795168175383 } from './migrations/1795168175383-initial';

export const MIGRATIONS = [Initial1795168175383];
