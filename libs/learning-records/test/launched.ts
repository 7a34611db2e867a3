import { type LaunchData, type StatementOf } from '../src';
import { CMI5 } from '../src/model/names';

export const PUBLIC_URL = 'https://rounds.example';
export const PUBLISHER = `${PUBLIC_URL}/xapi/activities/assignment/a1`;
const SESSION = 'session-7';
export const TEMPLATE = {
  contextActivities: { grouping: [{ id: PUBLISHER }, { id: 'https://lms.example/course/3' }] },
  extensions: { [CMI5.sessionId]: SESSION, 'https://lms.example/own': 1 },
};
export const ACTOR = {
  objectType: 'Agent' as const,
  account: { homePage: 'https://lms.example', name: 'user-17' },
};
export const FIELDS = {
  endpoint: 'https://lms.example/xapi/',
  fetch: 'https://lms.example/fetch?once=1',
  actor: JSON.stringify({ ...ACTOR, name: 'Ada Lovelace' }),
  registration: '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a10',
  activityId: 'https://lms.example/au/9',
};

/** Launch data as a system writes them. */
export const launchDocument = (changed: object = {}) => ({
  contextTemplate: TEMPLATE,
  launchMode: 'Normal',
  masteryScore: 0.6,
  moveOn: 'CompletedAndPassed',
  returnURL: 'https://lms.example/course/3',
  launchParameters: 'none',
  ...changed,
});

export const launchData: LaunchData = {
  contextTemplate: TEMPLATE,
  launchMode: 'Normal',
  masteryScore: 0.6,
  moveOn: 'CompletedAndPassed',
  returnUrl: 'https://lms.example/course/3',
};

export const said = (changed: Partial<StatementOf> = {}): StatementOf => ({
  id: '0193e0a2-7c1b-5d4e-9a53-3f1f4c2b6a99',
  verb: 'initialized',
  actor: ACTOR,
  registration: FIELDS.registration,
  contextTemplate: TEMPLATE,
  at: new Date('2026-11-22T12:00:00.123Z'),
  activityId: FIELDS.activityId,
  seconds: 12.345,
  score: 0.75,
  masteryScore: 0.6,
  differential: [{ diseaseId: 'pulmonary-embolism', probability: 0.55 }],
  publicUrl: PUBLIC_URL,
  ...changed,
});
