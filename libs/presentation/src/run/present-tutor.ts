import {
  type Language,
  type ListedTutorThread,
  type TutorQuestion,
  type TutorQuestionRecord,
  type TutorStatus,
  type TutorThread,
  type TutorThreadRecord,
  type TutorThreadSummary,
} from '@openrounds/contracts';
import { notice } from '../messages/catalogue';
import { NARRATION_LABEL, TUTOR_FAULTS, UNANSWERED } from '../messages/narration';
import { toldSentences } from './present-narration';

/** A question as it is read: each sentence of its answer with the lines that it rests on. */
export function presentTutorQuestion(record: TutorQuestionRecord, language: Language): TutorQuestion {
  const { said, evidence, fault, createdAt, completedAt, ...rest } = record;
  const status = statusOf(record);
  const told = (sentences: NonNullable<typeof said>['sentences']) =>
    said === null ? [] : toldSentences(sentences, evidence, said.generatedBy);
  const [asksBack = null] = told(said?.asksBack ? [said.asksBack] : []);
  return {
    ...rest,
    status,
    createdAt: createdAt.toISOString(),
    completedAt: completedAt?.toISOString() ?? null,
    sentences: told(said?.sentences ?? []),
    asksBack,
    dropped: said?.dropped ?? {},
    unanswered: status === 'unanswered' ? UNANSWERED[language] : null,
    fault: fault === null ? null : { code: fault, text: TUTOR_FAULTS[fault][language] },
    label: NARRATION_LABEL[language],
    notice: notice(language),
  };
}

/** A thread as its owner reads it. */
export function presentTutorThread(
  { owner: _, about, createdAt, ...thread }: TutorThreadRecord,
  questions: readonly TutorQuestionRecord[],
  language: Language,
): TutorThread {
  return {
    ...thread,
    ...subjectOf(about),
    createdAt: createdAt.toISOString(),
    questions: questions.map((each) => presentTutorQuestion(each, language)),
    notice: notice(language),
  };
}

/** A thread as one line of a list. */
export const presentTutorSummary = ({
  owner: _,
  about,
  createdAt,
  ...thread
}: ListedTutorThread): TutorThreadSummary => ({
  ...thread,
  ...subjectOf(about),
  createdAt: createdAt.toISOString(),
});

const subjectOf = ({ kind, id }: TutorThreadRecord['about']) => ({
  runId: kind === 'run' ? id : null,
  attemptId: kind === 'attempt' ? id : null,
  roomId: kind === 'room' ? id : null,
});

function statusOf({ completedAt, fault, said }: TutorQuestionRecord): TutorStatus {
  if (completedAt === null) return 'waiting';
  if (fault !== null) return 'failed';
  return said?.answered === true ? 'answered' : 'unanswered';
}
