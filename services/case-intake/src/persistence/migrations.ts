import { CreateHoldCase1795324056373 } from '@openrounds/persistence';
import { Initial1795168173383 } from './migrations/1795168173383-initial';

export const MIGRATIONS = [Initial1795168173383, CreateHoldCase1795324056373];
