/** The coded answer in the reader's language: names, sentences, notices. Pure; no number is computed here. */
export { notice, rankedByWords } from './messages/catalogue';
export { percent } from './messages/message';
export { type CardText } from './cards/card-text';
export {
  beforeSigningCards,
  type CardOrders,
  type CardSource,
  differentialCards,
  lateCard,
  orderCards,
} from './cards/present-cards';
export { presentRejections } from './import/present-rejections';
export {
  presentDisease,
  presentDiseaseSummary,
  presentFinding,
  presentKnowledge,
  presentProblem,
  presentTest,
} from './knowledge/present-knowledge';
export { presentOwnPassagePage, presentPassagePage } from './knowledge/present-passage';
export { presentSourceAttributes } from './knowledge/present-source-attributes';
export { presentScore, presentScoreSummary } from './knowledge/present-score';
export { markup, type Markup } from './print/markup';
export { namesOfRest } from './print/names-of-rest';
export { printRun } from './print/print-run';
export { PRINT_STYLE } from './print/print-style';
export { presentRanking, presentRun, presentRunSummary, presentWhatIf } from './run/present-run';
export { type RunLine, type RunRecord } from './run/run-record';
export { narrationEvidence, TO_ANSWER, type ToldRanking } from './run/narration-evidence';
export { presentNarration } from './run/present-narration';
export { presentTutorQuestion, presentTutorSummary, presentTutorThread } from './run/present-tutor';
export { labelled } from './teaching/present-export';
export { presentConversation, presentFeedbackDraft, presentQuestionDrafts } from './teaching/present-voice';
export { namesOf, type Names } from './run/names';
export { passage as presentPassage } from './run/sections';
export { presentLaboratory } from './run/laboratory';
export { presentSetAside, presentUnderstood } from './run/understood';
export { presentComparison, presentCounterfactual, presentStages } from './run/views';
export {
  importRefusal,
  type ImportRefusal,
  localised,
  presentChecks,
  presentStageForecast,
} from './teaching/present-case';
export {
  type OptionText,
  resultLines,
  resultsHead,
  type RightCount,
  rightCount,
  rightLines,
} from './room/results-table';
export {
  presentAssignment,
  presentAttempt,
  presentFeedback,
  presentReview,
} from './assignment/present-assignment';
export { scoreHead, scoreLine } from './assignment/score-table';
export { presentMine } from './room/present-mine';
export {
  presentRoom,
  presentRoomResults,
  presentRoomStage,
  presentRoomState,
  presentTeacherRoomState,
} from './room/present-room';
export { type QuestionCase } from './questions/case-frame';
export { asksTheEngine, type CaseQuestions, questionsOfCase } from './questions/case-questions';
export { type CodedLosses, lossesText, presentLosses } from './questions/present-losses';
