/** Learning in front of a class, without clock or storage: answers in, figures, prompts and views out. */
export type * from './answers/answer';
export { ERROR_KINDS } from './answers/answer';
export type * from './answers/task';
export { NO_TEST_YET } from './answers/task';
export { type Issue, type IssueCode } from './answers/issue';
export { answerIssues } from './answers/check-answer';
export { taskIssues } from './answers/check-task';
export { foldSpelling } from './names/fold-spelling';
export { type NamedDisease, type NameIndex, nameIndex } from './names/name-index';
export { diseaseOf, type Reading, statedList, type WordMap } from './names/match-words';
export { type UnmatchedWords, unmatchedWords } from './names/unmatched-words';
export { type CaseKey, type StatedList } from './scores/stated-list';
export { type Score, SCORE_VERSION, scoreOf } from './scores/score';
export { isRightChoice, isRightError, type Verdict } from './scores/right-choice';
export { BIN_WIDTH, type Histogram } from './tally/histogram';
export { type DifferentialTally, differentialTally, type DiseaseTally } from './tally/differential-tally';
export {
  type ChoiceTally,
  choiceTally,
  type ErrorTally,
  errorTally,
  mergeTallies,
  type Tally,
  type TextTally,
} from './tally/tally';
export { type LinearPool, linearPool, type PooledDisease } from './pools/linear-pool';
export { type LogarithmicPool, logarithmicPool } from './pools/logarithmic-pool';
export { type CalibrationPair, calibrationPairs } from './calibration/calibration-pair';
export {
  type CalibrationBin,
  calibrationBins,
  calibrationCurve,
  type CalibrationPoint,
} from './calibration/calibration-curve';
export { type TeamGain, teamGain } from './teams/team-gain';
export { type Team, type Teams } from './teams/team';
export { aloneRoundOf, livingTeams, membersOf, teamOf } from './teams/teams';
export { chooseTeam, handOnPen } from './teams/team-acts';
export { bitsOnList, type OutcomeChances } from './prompts/bits-on-list';
export {
  type CaseEvidence,
  type Choice,
  type Commit,
  type History,
  type OfferedOption,
  type StageEvidence,
} from './prompts/history';
export { type Prompt, type PromptCode } from './prompts/prompt';
export { promptsOf } from './prompts/prompts-of';
export { type PromptShare, promptShares } from './prompts/prompt-shares';
export { type Layer, participants, type Room, type Round, type RoundLayer } from './room/room';
export { type Accepted, type Outcome, type Refusal, type RefusalCode } from './room/outcome';
export { newRoom, type RoomPlan, type RoundPlan } from './room/new-room';
export { type Act, type Command } from './room/command';
export { carryOut } from './room/carry-out';
export { admit, MOST_PARTICIPANTS } from './room/admission';
export { type CommentBook } from './discussion/comment-book';
export { areCommentsOpen, comment, commentsOf } from './discussion/comments';
export { feedbackReleased } from './room/feedback-released';
export { forgotten } from './room/forgotten';
export { type Arrival, isCounted, type Kept, type Receipt, receive, uncountedNumbers } from './room/receive';
export {
  ASLEEP_MS,
  countsUntil,
  deadlineOf,
  GRACE_MS,
  isOver,
  nextTimer,
  withSleepGivenBack,
  withTimersRun,
} from './room/timers';
export {
  type Attempt,
  type AttemptProgress,
  type AttemptStep,
  type Commit as CommittedList,
  commitOf,
  type CommittedEntry,
  commitsOf,
  listOf,
  progressOf,
} from './attempt/attempt';
export {
  beginRefusal,
  type Opening,
  openingState,
  type StepOutcome,
  takesSteps,
  takeStep,
} from './attempt/take-step';
export {
  type AttemptScore,
  countedAttempt,
  scoreAttempt,
  type ScoredStages,
  type StagePart,
} from './attempt/attempt-score';
export { type OwnContent, type RoomContent, type Shapes } from './view/room-content';
export { type PublicView, type RoundView, type StageView, type StudentView } from './view/view';
export { publicView, studentView } from './view/student-view';
export { keyCommitment, opensCommitment } from './key/key-commitment';
export { isSimulated } from './rehearsal/rehearsal';
export { type Bias, type Habit, MIXTURE, type Mixture } from './rehearsal/mixture';
export { simulatedStudent, type SimulatedStudent } from './rehearsal/simulated-student';
export { admitStudent, studentsCome } from './rehearsal/seat-students';
export { isAnswered, revisionSent } from './rehearsal/pace';
export { type CaseOpinion, opinionOfKey, type StageOpinion } from './rehearsal/opinion';
export { OWN_WORDS } from './rehearsal/own-words';
export { type Asked, simulatedAnswer } from './rehearsal/simulated-answer';
