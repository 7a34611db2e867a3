import { Initial1795168181158 } from './migrations/1795168181158-initial';
import { AppendOnly1795169113227 } from './migrations/1795169113227-append-only';

export const MIGRATIONS = [Initial1795168181158, AppendOnly1795169113227];
