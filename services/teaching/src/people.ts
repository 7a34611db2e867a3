import { type Provider } from '@nestjs/common';
import { type TeachingConfig } from '@openrounds/platform';
import { ADMIN_IS_STAFF } from './model/class-view';
import { TypeOrmClasses } from './persistence/typeorm-classes';
import { TypeOrmLearners } from './persistence/typeorm-learners';
import { CLASS_STORE } from './ports/class-store';
import { LEARNER_STORE } from './ports/learner-store';
import { ActOnClassResponder } from './processors/act-on-class.responder';
import { CreateClassResponder } from './processors/create-class.responder';
import { EraseMeResponder } from './processors/erase-me.responder';
import { ExportMeResponder } from './processors/export-me.responder';
import { FindClassResponder } from './processors/find-class.responder';
import { GetClassResponder } from './processors/get-class.responder';
import { JoinClassResponder } from './processors/join-class.responder';
import { ListClassMembersResponder } from './processors/list-class-members.responder';
import { ListClassesResponder } from './processors/list-classes.responder';
import { ReadMeResponder } from './processors/read-me.responder';
import { RecordConsentsResponder } from './processors/record-consents.responder';
import { ActOnClass } from './use-cases/act-on-class';
import { CreateClass } from './use-cases/create-class';
import { EraseMe } from './use-cases/erase-me';
import { ExportMe } from './use-cases/export-me';
import { JoinClass } from './use-cases/join-class';
import { ListClasses } from './use-cases/list-classes';
import { ListMembers } from './use-cases/list-members';
import { OpenClass } from './use-cases/open-class';
import { PEOPLE_KEPT, PurgePeople, type PeopleKept } from './use-cases/purge-people';
import { ReadMe } from './use-cases/read-me';

/** Classes, learners and what they agreed to. */
export const peopleOf = (config: TeachingConfig): Provider[] => [
  { provide: ADMIN_IS_STAFF, useValue: config.EMBEDDED },
  {
    provide: PEOPLE_KEPT,
    useValue: {
      learner: config.RETENTION_LEARNER_SECONDS,
      class: config.RETENTION_CLASS_SECONDS,
    } satisfies PeopleKept,
  },
  { provide: CLASS_STORE, useClass: TypeOrmClasses },
  { provide: LEARNER_STORE, useClass: TypeOrmLearners },
  ActOnClass,
  CreateClass,
  EraseMe,
  ExportMe,
  JoinClass,
  ListClasses,
  ListMembers,
  OpenClass,
  PurgePeople,
  ReadMe,
  ActOnClassResponder,
  CreateClassResponder,
  EraseMeResponder,
  ExportMeResponder,
  FindClassResponder,
  GetClassResponder,
  JoinClassResponder,
  ListClassMembersResponder,
  ListClassesResponder,
  ReadMeResponder,
  RecordConsentsResponder,
];
