import { CreateHoldCase1795324056373 } from '@openrounds/persistence';
import { Initial1795168181158 } from './migrations/1795168181158-initial';
import { AppendOnly1795169113227 } from './migrations/1795169113227-append-only';
import { HeadOnlyGrows1795230000000 } from './migrations/1795230000000-head-only-grows';
import { AddCosignatures1795430173671 } from './migrations/1795430173671-add-cosignatures';
import { RootsWithoutNotes1795500000000 } from './migrations/1795500000000-roots-without-notes';

export const MIGRATIONS = [
  Initial1795168181158,
  AppendOnly1795169113227,
  HeadOnlyGrows1795230000000,
  CreateHoldCase1795324056373,
  AddCosignatures1795430173671,
  RootsWithoutNotes1795500000000,
];
