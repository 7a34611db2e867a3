import { CreateHoldCase1795324056373, CreateOutbox1763596800000 } from '@openrounds/persistence';
import { Initial1795290774093 } from './migrations/1795290774093-initial';
import { AddRooms1795300070044 } from './migrations/1795300070044-add-rooms';
import { People1795301547226 } from './migrations/1795301547226-people';
import { FindEndedRooms1795310901876 } from './migrations/1795310901876-find-ended-rooms';
import { AddComments1795311621760 } from './migrations/1795311621760-add-comments';
import { AddTeamGain1795314862547 } from './migrations/1795314862547-add-team-gain';
import { AddRoomClass1795323062412 } from './migrations/1795323062412-add-room-class';
import { AddRehearsals1795324124410 } from './migrations/1795324124410-add-rehearsals';
import { AddAssignments1795359578477 } from './migrations/1795359578477-add-assignments';
import { AddTutorOfAssignments1795382643329 } from './migrations/1795382643329-add-tutor-of-assignments';
import { AddCourseLinks1795382657380 } from './migrations/1795382657380-add-course-links';
import { AddRoleRequests1795383648462 } from './migrations/1795383648462-add-role-requests';

export const MIGRATIONS = [
  CreateOutbox1763596800000,
  Initial1795290774093,
  AddRooms1795300070044,
  People1795301547226,
  FindEndedRooms1795310901876,
  AddComments1795311621760,
  AddTeamGain1795314862547,
  AddRoomClass1795323062412,
  CreateHoldCase1795324056373,
  AddRehearsals1795324124410,
  AddAssignments1795359578477,
  AddTutorOfAssignments1795382643329,
  AddCourseLinks1795382657380,
  AddRoleRequests1795383648462,
];
