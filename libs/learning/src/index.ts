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
