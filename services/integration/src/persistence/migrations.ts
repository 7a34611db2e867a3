import { CreateOutbox1763596800000 } from '@openrounds/persistence';
import { Initial1795360735246 } from './migrations/1795360735246-initial';
import { Launches1795370545970 } from './migrations/1795370545970-launches';
import { AddGrades1795371174326 } from './migrations/1795371174326-add-grades';
import { AddEhrClients1795371221156 } from './migrations/1795371221156-add-ehr-clients';
import { AddSmart1795384253362 } from './migrations/1795384253362-add-smart';
import { AddLearningRecords1795372273394 } from './migrations/1795372273394-add-learning-records';
import { AddCourses1795382669291 } from './migrations/1795382669291-add-courses';
import { AddLinkUsedBy1796125300918 } from './migrations/1796125300918-add-link-used-by';
import { AddNamesRead1795383755635 } from './migrations/1795383755635-add-names-read';

export const MIGRATIONS = [
  CreateOutbox1763596800000,
  Initial1795360735246,
  Launches1795370545970,
  AddGrades1795371174326,
  AddEhrClients1795371221156,
  AddLearningRecords1795372273394,
  AddCourses1795382669291,
  AddNamesRead1795383755635,
  AddSmart1795384253362,
  AddLinkUsedBy1796125300918,
];
