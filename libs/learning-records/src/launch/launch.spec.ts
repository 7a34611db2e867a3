import { ACTOR, FIELDS, launchData, launchDocument, PUBLISHER, TEMPLATE } from '../../test/launched';
import { CMI5 } from '../model/names';
import { type Cmi5Refused } from '../model/refusal';
import { aboutUrl, launchDataUrl, preferencesUrl, statementUrl } from './addresses';
import { authorizationOf, readAuthToken } from './auth-token';
import { readLaunchData } from './launch-data';
import { readLaunchRequest } from './launch-request';
import { preferredLanguage } from './learner-preferences';

const refusalOf = (act: () => unknown): Pick<Cmi5Refused, 'code' | 'field'> => {
  try {
    act();
  } catch (error) {
    const { code, field } = error as Cmi5Refused;
    return { code, ...(field === undefined ? {} : { field }) };
  }
  throw new Error('was accepted');
};

describe('a launch', () => {
  it('is read in any order, beside parameters of our own, without the name of the learner', () => {
    const turned = Object.fromEntries(Object.entries({ assignment: 'a1', ...FIELDS }).reverse());
    expect(readLaunchRequest(turned)).toEqual({ ...FIELDS, actor: ACTOR });
  });

  it.each<[string, object]>([
    ['endpoint', { endpoint: 'javascript:alert(1)' }],
    ['fetch', { fetch: undefined }],
    ['fetch', { fetch: ['https://lms.example/a', 'https://lms.example/b'] }],
    ['actor', { actor: '{' }],
    ['actor', { actor: JSON.stringify({ mbox: 'mailto:ada@lms.example' }) }],
    ['actor', { actor: JSON.stringify({ ...ACTOR, objectType: 'Group' }) }],
    ['registration', { registration: '7' }],
    ['activityId', { activityId: 'au/9' }],
  ])('without a good %s it is refused, and the field is named', (field, changed) => {
    expect(refusalOf(() => readLaunchRequest({ ...FIELDS, ...changed }))).toEqual({
      code: 'cmi5-incomplete',
      field,
    });
  });
});

describe('the token', () => {
  it('stands behind Basic', () => {
    expect(authorizationOf(readAuthToken({ 'auth-token': 'QWxhZGRpbg==' }))).toBe('Basic QWxhZGRpbg==');
  });

  it('is not given twice, and is not a header of its own', () => {
    expect(refusalOf(() => readAuthToken({ 'error-code': '1', 'error-text': 'used' }))).toEqual({
      code: 'cmi5-used',
    });
    for (const answer of [undefined, {}, { 'auth-token': 'a\r\nX-Other: b' }])
      expect(refusalOf(() => readAuthToken(answer)).code).toBe('cmi5-not-understood');
  });
});

describe('launch data', () => {
  const read = (changed: object = {}) => readLaunchData(launchDocument(changed), PUBLISHER, () => true);

  it('say what the session is, and keep the template as it is', () => {
    expect(read()).toEqual(launchData);
    expect(read({ masteryScore: undefined, returnURL: undefined })).toMatchObject({
      masteryScore: null,
      returnUrl: null,
    });
  });

  it('of another package are refused: nobody takes one assignment under the name of another', () => {
    const contextTemplate = { ...TEMPLATE, contextActivities: { grouping: [{ id: `${PUBLISHER}2` }] } };
    expect(refusalOf(() => read({ contextTemplate })).code).toBe('cmi5-other-package');
    const one = { ...TEMPLATE, contextActivities: { grouping: { id: PUBLISHER } } };
    expect(read({ contextTemplate: one }).contextTemplate.contextActivities['grouping']).toHaveLength(1);
  });

  it.each<[string, object]>([
    ['launchMode', { launchMode: 'normal' }],
    ['masteryScore', { masteryScore: 60 }],
    ['moveOn', { moveOn: undefined }],
    [`contextTemplate.extensions.${CMI5.sessionId}`, { contextTemplate: { ...TEMPLATE, extensions: {} } }],
  ])('without a good %s they are not understood', (field, changed) => {
    expect(refusalOf(() => read(changed))).toEqual({ code: 'cmi5-not-understood', field });
  });

  it('name an address that is not followed unless it may be', () => {
    expect(readLaunchData(launchDocument(), PUBLISHER, () => false).returnUrl).toBeNull();
  });
});

it.each<[string | undefined, unknown]>([
  ['zh', { languagePreference: 'fr-CA, zh-Hans, en' }],
  ['en', { languagePreference: 'en-US', audioPreference: 'off' }],
  [undefined, { languagePreference: 'fr' }],
  [undefined, 'not an object'],
  [undefined, undefined],
])('the language that is liked best of those there are: %s', (language, json) => {
  expect(preferredLanguage(json, ['en', 'zh'])).toBe(language);
});

it('addresses are below the endpoint, by the actor and the registration of the launch', () => {
  const place = { ...FIELDS, actor: ACTOR };
  const state = new URL(launchDataUrl(place));
  expect(state.pathname).toBe('/xapi/activities/state');
  expect(Object.fromEntries(state.searchParams)).toEqual({
    stateId: 'LMS.LaunchData',
    activityId: FIELDS.activityId,
    agent: JSON.stringify(ACTOR),
    registration: FIELDS.registration,
  });
  const profile = new URL(preferencesUrl(place));
  expect(profile.pathname).toBe('/xapi/agents/profile');
  expect(profile.searchParams.get('profileId')).toBe('cmi5LearnerPreferences');
  expect(statementUrl('https://lms.example/xapi?tenant=4', 'i')).toBe(
    'https://lms.example/xapi/statements?tenant=4&statementId=i',
  );
  expect(aboutUrl('https://lms.example/xapi')).toBe('https://lms.example/xapi/about');
});
