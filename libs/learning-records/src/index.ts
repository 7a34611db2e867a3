/** Learning records: xAPI statements, cmi5 launches and course packages, read, made and put in order; ADR 0079. Pure. */
export {
  activityId,
  LAUNCH_DATA_STATE,
  PREFERENCES_PROFILE,
  stageActivityId,
  VERBS,
  type Verb,
  verbId,
  XAPI_VERSION,
} from './model/names';
export { CMI5_LAUNCH_CODES, type Cmi5LaunchCode, Cmi5Refused } from './model/refusal';
export { Agent } from './launch/agent';
export { LAUNCH_PARAMETERS, type LaunchRequest, readLaunchRequest } from './launch/launch-request';
export { authorizationOf, readAuthToken } from './launch/auth-token';
export {
  LAUNCH_MODES,
  type LaunchData,
  type LaunchMode,
  MOVE_ON,
  type MoveOn,
  readLaunchData,
} from './launch/launch-data';
export { preferredLanguage } from './launch/learner-preferences';
export { aboutUrl, launchDataUrl, preferencesUrl, type RecordPlace, statementUrl } from './launch/addresses';
export { type SessionEvent, type SessionState, statementsOf } from './session/session';
export { idOf } from './statement/uuid-v5';
export { type StatedProbability, type Statement, statementOf, type StatementOf } from './statement/statement';
export { isSameStatement } from './statement/same-statement';
export { coursePackage } from './package/course-package';
export { type CourseUnit } from './package/course-structure';
