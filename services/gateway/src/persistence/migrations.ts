import { CreateOutbox1763596800000 } from '@openrounds/persistence';
import { Initial1795168171564 } from './migrations/1795168171564-initial';
import { ForgetQuotations1795169113227 } from './migrations/1795169113227-forget-quotations';
import { FinishErasures1795232930177 } from './migrations/1795232930177-finish-erasures';
import { TextGivenAt1795232930178 } from './migrations/1795232930178-text-given-at';
import { AnswersRestPacked1795326000001 } from './migrations/1795326000001-answers-rest-packed';
import { LanguageModelReads1795359600000 } from './migrations/1795359600000-language-model-reads';
import { AddNarrations1795360710817 } from './migrations/1795360710817-add-narrations';
import { AddTutor1795370691974 } from './migrations/1795370691974-add-tutor';
import { AddRevisions1795371206743 } from './migrations/1795371206743-add-revisions';
import { CasesExpire1795371221592 } from './migrations/1795371221592-cases-expire';
import { AddTutorSubjects1795382651487 } from './migrations/1795382651487-add-tutor-subjects';
import { CaseConfirmation1795396490416 } from './migrations/1795396490416-case-confirmation';
import { RunsAwaitReaders1795397418973 } from './migrations/1795397418973-runs-await-readers';
import { SessionsIdle1795428849149 } from './migrations/1795428849149-sessions-idle';

export const MIGRATIONS = [
  CreateOutbox1763596800000,
  Initial1795168171564,
  ForgetQuotations1795169113227,
  FinishErasures1795232930177,
  TextGivenAt1795232930178,
  AnswersRestPacked1795326000001,
  LanguageModelReads1795359600000,
  AddNarrations1795360710817,
  AddTutor1795370691974,
  AddRevisions1795371206743,
  CasesExpire1795371221592,
  AddTutorSubjects1795382651487,
  CaseConfirmation1795396490416,
  RunsAwaitReaders1795397418973,
  SessionsIdle1795428849149,
];
