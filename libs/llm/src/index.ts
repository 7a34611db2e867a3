export {
  ANSWER_FORMATS,
  type AnswerFormat,
  type AnswerFormatSetting,
  type FormatChoice,
  type FormatState,
} from './ports/answer-format';
export { type AskedOutcome, type EndpointCheck } from './ports/endpoint-check';
export {
  type LanguageModel,
  type LlmCallOptions,
  type LlmReply,
  type LlmUsage,
} from './ports/language-model';
export { LlmFault, type LlmFaultCode } from './ports/llm-fault';
export { type Prompt, type Role } from './ports/role';
export { answerSchemaOf } from './answers/answer-schema';
export { promptInWords } from './answers/answer-shape';
export { candidatesOf } from './case/candidates';
export { type CaseForLlm, type DiseaseForLlm, type FactForLlm } from './case/case-for-llm';
export { caseForLlm, type FindingNames } from './case/case-of-facts';
export { type LlmDiagnosis, type LlmRanking, type LlmRankingRequest } from './roles/ranker/ranking';
export {
  DROP_REASONS,
  type DropReason,
  type Evidence,
  type KeptSentences,
  type SaidSentence,
} from './evidence/evidence';
export { DiseaseNames } from './evidence/disease-names';
export { type LlmNarrationRequest, narrator } from './roles/narrator/narrator';
export { layNarrator } from './roles/lay-narrator/lay-narrator';
export { RANKER } from './roles/ranker/ranker';
export {
  type LlmProposal,
  type LlmProposalRequest,
  type LlmProposals,
  PROPOSER,
  withoutKnown,
} from './roles/proposer/proposer';
export { FEEDBACK_DRAFTER } from './roles/examiner/feedback-drafter';
export { QUESTION_DRAFTER } from './roles/examiner/question-drafter';
export {
  type EvidenceForLlm,
  type LlmDraftingRequest,
  type LlmQuestionDrafts,
  type QuestionDraft,
} from './roles/examiner/question-drafts';
export {
  type Criterion,
  type CriterionFeedback,
  type LlmFeedback,
  type LlmFeedbackRequest,
} from './roles/examiner/rubric-feedback';
export { PATIENT } from './roles/patient/patient';
export { type LlmVoice, type LlmVoiceRequest, type ReleasedStatement } from './roles/patient/voice';
export { tutor } from './roles/tutor/tutor';
export { type LlmTutoring, type LlmTutorRequest, type TutorTurn } from './roles/tutor/tutoring';
export { READER } from './roles/reader/reader';
export {
  type FindingForLlm,
  type LlmReadFinding,
  type LlmReadingRequest,
} from './roles/reader/reading-request';
export { type BreakerOptions, DEFAULT_BREAKER, withBreaker } from './breaker/breaker';
export { type Budget, withBudget } from './budget/budget';
export { type DailyLimits, type TokenEntry, type TokenLedger } from './budget/ledger';
export { exchangeOf } from './exchange/exchange-of';
export { type AnswerOwner, type AnswerStore, type KeptAnswer } from './cache/answer-store';
export { withCache } from './cache/with-cache';
export { type OnDropped, withInertAnswers } from './guards/inert-answers';
export {
  budgetOf,
  checkLlm,
  configurationOf,
  configuredModel,
  endpointOf,
  guardedModel,
  type Guards,
  type LlmConfiguration,
  type LlmSettings,
} from './configured';
export { type OpenAiCompatibleOptions } from './adapters/openai-compatible/openai-compatible';
export { loadRecording, recordedModel } from './adapters/recorded/recorded';
export { Recorder } from './adapters/recorded/recorder';
export { LlmRecording, questionKey } from './adapters/recorded/recording';
export { type Disagreement, disagreementOf, isNotable, NOTABLE_VARIATION } from './pooling/disagreement';
export {
  type DiseaseProbability,
  type EngineProbability,
  MAX_LLM_WEIGHT,
  MAX_LOG_SHIFT,
  poolWithLlm,
} from './pooling/pool';
