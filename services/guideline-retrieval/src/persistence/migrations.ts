import { CreateHoldCase1795324056373 } from '@openrounds/persistence';
import { Initial1795168177658 } from './migrations/1795168177658-initial';

export const MIGRATIONS = [Initial1795168177658, CreateHoldCase1795324056373];
