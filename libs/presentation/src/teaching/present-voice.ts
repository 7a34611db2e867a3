import {
  MOST_PATIENT_QUESTIONS,
  type DraftFault,
  type FeedbackDraft,
  type Language,
  type PatientConversation,
  type PatientQuestion,
  type QuestionDrafts,
  type ToldFeedbackDraft,
  type ToldPatientQuestion,
  type ToldQuestionDrafts,
} from '@openrounds/contracts';
import { notice } from '../messages/catalogue';
import { DRAFT_FAULTS, DRAFT_LABEL, NOTHING_TO_SAY, PATIENT_LABEL } from '../messages/voice';

/** A question to the patient, as it is read. Where no sentence stands it is we who say so. */
function presentQuestion({ said, ...question }: ToldPatientQuestion, language: Language): PatientQuestion {
  const kept = said?.sentences ?? [];
  const sentences = said === null ? [] : kept.map((each) => ({ ...each, generatedBy: said.generatedBy }));
  const hasEnded = question.completedAt !== null;
  const isSilent = hasEnded && sentences.length === 0;
  return {
    ...question,
    status: isSilent ? 'nothing' : hasEnded ? 'answered' : 'waiting',
    sentences,
    dropped: said?.dropped ?? {},
    nothing: isSilent ? NOTHING_TO_SAY[language] : null,
  };
}

/** What somebody has asked a patient, the oldest first. */
export const presentConversation = (
  questions: readonly ToldPatientQuestion[],
  language: Language,
): PatientConversation => ({
  items: questions.map((each) => presentQuestion(each, language)),
  left: Math.max(0, MOST_PATIENT_QUESTIONS - questions.length),
  label: PATIENT_LABEL[language],
  notice: notice(language),
});

const shownDraft = (
  { completedAt, fault }: { readonly completedAt: string | null; readonly fault: DraftFault | null },
  language: Language,
): Pick<QuestionDrafts, 'status' | 'fault' | 'label' | 'notice'> => ({
  status: completedAt === null ? 'waiting' : fault === null ? 'written' : 'failed',
  fault: fault === null ? null : { code: fault, text: DRAFT_FAULTS[fault][language] },
  label: DRAFT_LABEL[language],
  notice: notice(language),
});

export const presentQuestionDrafts = (told: ToldQuestionDrafts, language: Language): QuestionDrafts => ({
  ...told,
  ...shownDraft(told, language),
});

export const presentFeedbackDraft = (told: ToldFeedbackDraft, language: Language): FeedbackDraft => ({
  ...told,
  ...shownDraft(told, language),
});
