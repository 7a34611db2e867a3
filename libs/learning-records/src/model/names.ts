/** Verbs of a learning record; those of cmi5 besides what is left to us (cmi5 §9.3, and "answered" of the ADL vocabulary). */
export const VERBS = ['initialized', 'answered', 'completed', 'passed', 'failed', 'terminated'] as const;
export type Verb = (typeof VERBS)[number];

/** What cmi5 defines, and therefore prescribes; `answered` is only allowed (cmi5 §7.1.3). */
export const CMI5_VERBS: ReadonlySet<Verb> = new Set(VERBS.filter((verb) => verb !== 'answered'));

export const verbId = (verb: Verb): string => `http://adlnet.gov/expapi/verbs/${verb}`;

/** Identifiers that cmi5 fixes (cmi5 §9.6.2, §9.6.3). */
export const CMI5 = {
  category: 'https://w3id.org/xapi/cmi5/context/categories/cmi5',
  moveOn: 'https://w3id.org/xapi/cmi5/context/categories/moveon',
  sessionId: 'https://w3id.org/xapi/cmi5/context/extensions/sessionid',
  masteryScore: 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore',
} as const;

/** Documents that a learning management system keeps for an assignable unit (cmi5 §10, §11). */
export const LAUNCH_DATA_STATE = 'LMS.LaunchData';
export const PREFERENCES_PROFILE = 'cmi5LearnerPreferences';

/** The version of xAPI that each request states (xAPI 1.0.3, part 3, §3.3). */
export const XAPI_VERSION = '1.0.3';

/** Where an activity of ours stands. @param publicUrl without a slash at its end */
export const activityId = (publicUrl: string, kind: 'assignment' | 'course', id: string): string =>
  `${publicUrl}/xapi/activities/${kind}/${id}`;

/** A stage of a case, as an activity: an answer is given to it. */
export const stageActivityId = (assignmentActivity: string, stage: number): string =>
  `${assignmentActivity}/stages/${String(stage)}`;

/** A committed list in the result of an answer: probabilities from 0 to 1. */
export const differentialExtension = (publicUrl: string): string =>
  `${publicUrl}/xapi/extensions/differential`;
