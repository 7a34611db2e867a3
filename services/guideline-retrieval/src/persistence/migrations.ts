import { CreateHoldCase1795324056373, CreateOutbox1763596800000 } from '@openrounds/persistence';
import { Initial1795168177658 } from './migrations/1795168177658-initial';
import { AddDocuments1795336718544 } from './migrations/1795336718544-add-documents';
import { AddPassageVectors1795430179733 } from './migrations/1795430179733-add-passage-vectors';

export const MIGRATIONS = [
  CreateOutbox1763596800000,
  Initial1795168177658,
  CreateHoldCase1795324056373,
  AddDocuments1795336718544,
  AddPassageVectors1795430179733,
];
