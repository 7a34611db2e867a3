import { CreateHoldCase1795324056373 } from '@openrounds/persistence';
import { Initial1795168175383 } from './migrations/1795168175383-initial';
import { PackedAnswers1795231246129 } from './migrations/1795231246129-packed-answers';
import { AnswersRestPacked1795326000000 } from './migrations/1795326000000-answers-rest-packed';
import { LlmAnswersAndUsage1795358652609 } from './migrations/1795358652609-llm-answers-and-usage';

export const MIGRATIONS = [
  Initial1795168175383,
  PackedAnswers1795231246129,
  CreateHoldCase1795324056373,
  AnswersRestPacked1795326000000,
  LlmAnswersAndUsage1795358652609,
];
