import { Initial1795168177658 } from './migrations/1795168177658-initial';

export const MIGRATIONS = [Initial1795168177658];
