import { z } from 'zod';
import { codeText, PageQuery, Uuid } from '../primitives';
import {
  ChangeLtiDeploymentInput,
  LaunchSession,
  LearnerNames,
  NamesReadEventList,
  LaunchTicketInput,
  LtiChoiceAnswer,
  LtiChoiceInput,
  LtiDeployment,
  LtiDeploymentList,
  LtiLaunchProblemList,
  LtiRegistrationLinkList,
  NewLtiRegistrationLink,
} from './lti-launches';
import { INTERACTIVE, ok, type Operation, READ, TEACHERS, WRITE } from './operation';

const tag = 'Learning platforms';
const byId = z.object({ id: Uuid });
const ADMIN = ['admin'] as const;
const LIST = [...READ, 'not-found', ...INTERACTIVE] as const;

/** What a browser brings by form: which fields it has says the specification, and what is wrong with them a page. */
const Form = codeText(/^[\x20-\x7e\r\n]{0,65536}$/);
const byForm = { otherBodies: { 'application/x-www-form-urlencoded': () => Form } } as const;
const page = (description: string) => ({ description, schema: () => z.string(), mediaType: 'text/html' });
const PAGE = ['not-found', 'rate-limited', ...INTERACTIVE] as const;
const FORM = ['unsupported-media-type', 'too-large', ...PAGE] as const;

/**
 * How people come in from learning platforms. The pages are for browsers: what is wrong is told there by a page, in the
 * language of the token or of the browser.
 */
export const LTI_LAUNCH_OPERATIONS = {
  beginLaunch: {
    method: 'get',
    path: '/lti/login',
    tag,
    roles: 'public',
    page: true,
    summary: 'Begin a launch (OpenID Connect third-party login)',
    success: { 302: { description: 'To the platform' }, 200: page('The browser keeps something first') },
    errors: PAGE,
  },
  beginLaunchByForm: {
    method: 'post',
    path: '/lti/login',
    tag,
    roles: 'public',
    page: true,
    summary: 'The same, by form',
    ...byForm,
    success: { 302: { description: 'To the platform' }, 200: page('The browser keeps something first') },
    errors: FORM,
  },
  takeLaunch: {
    method: 'post',
    path: '/lti/launch',
    tag,
    roles: 'public',
    page: true,
    summary: 'Take the signed token of a launch',
    ...byForm,
    success: {
      303: { description: 'To the console, with a ticket' },
      200: page('The browser proves itself'),
    },
    errors: FORM,
  },
  proveBrowser: {
    method: 'post',
    path: '/lti/proof',
    tag,
    roles: 'public',
    page: true,
    summary: 'Prove by the platform’s storage that this browser began the launch',
    ...byForm,
    success: { 303: { description: 'To the console, with a ticket' } },
    errors: FORM,
  },
  showRegistration: {
    method: 'get',
    path: '/lti/register',
    tag,
    roles: 'public',
    page: true,
    summary: 'Show an administrator of a platform what would be registered',
    success: { 200: page('What would be registered') },
    errors: PAGE,
  },
  confirmRegistration: {
    method: 'post',
    path: '/lti/register',
    tag,
    roles: 'public',
    page: true,
    summary: 'Register a platform by a link (LTI Dynamic Registration)',
    ...byForm,
    success: { 200: page('What was registered') },
    errors: FORM,
  },
  explainLtiLink: {
    method: 'get',
    path: '/lti/r/{id}',
    tag,
    roles: 'public',
    page: true,
    summary: 'Say that this address is opened from a learning platform',
    params: () => byId,
    success: { 200: page('What to do') },
    errors: PAGE,
  },
  openLaunchSession: {
    method: 'post',
    path: '/v1/session/launch',
    tag,
    roles: 'public',
    summary: 'Exchange the ticket of a launch for a session',
    description:
      'A ticket is good once and for a minute. The token of the session goes into `Authorization`; no cookie is set.',
    body: () => LaunchTicketInput,
    success: { 201: { description: 'Signed in', schema: () => LaunchSession } },
    errors: [
      ...WRITE,
      'not-found',
      'unauthenticated',
      'learner-erased',
      'not-open',
      'assignment-closed',
      'case-in-room',
      'room-ended',
      'room-full',
      'room-locked',
      'rate-limited',
      ...INTERACTIVE,
    ],
  },
  chooseLtiLinks: {
    method: 'post',
    path: '/v1/lti/choices',
    tag,
    roles: TEACHERS,
    summary: 'Answer a platform that asks what its course is to link to (LTI Deep Linking)',
    description:
      'For the teacher who came by the launch, once and within eight hours; else `not-found`. The browser posts the answer.',
    body: () => LtiChoiceInput,
    success: { 201: { description: 'Signed', schema: () => LtiChoiceAnswer } },
    errors: [...WRITE, 'not-found', 'knowledge-unavailable', ...INTERACTIVE],
  },
  readLearnerNames: {
    method: 'post',
    path: '/v1/assignments/{id}/names',
    tag,
    roles: TEACHERS,
    summary: 'Ask the platform for the names of the learners of your course',
    description:
      'For a teacher whose session began by a launch. Names are read for this answer and kept nowhere; that they were read is noted.',
    params: () => byId,
    success: ok(() => LearnerNames),
    errors: [...WRITE, 'not-found', ...INTERACTIVE],
  },
  listNamesRead: {
    method: 'get',
    path: '/v1/lti/names-read',
    tag,
    roles: ADMIN,
    summary: 'Who read the names of a course, newest first',
    query: () => PageQuery,
    success: ok(() => NamesReadEventList),
    errors: LIST,
  },
  createLtiRegistrationLink: {
    method: 'post',
    path: '/v1/lti/registration-links',
    tag,
    roles: ADMIN,
    summary: 'Make a link by which a platform registers itself: good once, for a day',
    success: { 201: { description: 'Made', schema: () => NewLtiRegistrationLink } },
    errors: LIST,
  },
  listLtiRegistrationLinks: {
    method: 'get',
    path: '/v1/lti/registration-links',
    tag,
    roles: ADMIN,
    summary: 'The links of your institution, newest first',
    query: () => PageQuery,
    success: ok(() => LtiRegistrationLinkList),
    errors: LIST,
  },
  listLtiDeployments: {
    method: 'get',
    path: '/v1/lti/deployments',
    tag,
    roles: ADMIN,
    summary: 'Where launches come from, newest first; pending ones wait for you',
    query: () => PageQuery,
    success: ok(() => LtiDeploymentList),
    errors: LIST,
  },
  acceptLtiDeployment: {
    method: 'post',
    path: '/v1/lti/deployments/{id}/accept',
    tag,
    roles: ADMIN,
    summary: 'Let launches of a deployment in',
    params: () => byId,
    success: ok(() => LtiDeployment),
    errors: LIST,
  },
  changeLtiDeployment: {
    method: 'patch',
    path: '/v1/lti/deployments/{id}',
    tag,
    roles: ADMIN,
    summary: 'Say what launched teachers of a deployment see',
    params: () => byId,
    body: () => ChangeLtiDeploymentInput,
    success: ok(() => LtiDeployment),
    errors: [...WRITE, 'not-found', ...INTERACTIVE],
  },
  listLtiLaunchProblems: {
    method: 'get',
    path: '/v1/lti/launch-problems',
    tag,
    roles: ADMIN,
    summary: 'Why launches failed in the last seven days, newest first',
    query: () => PageQuery,
    success: ok(() => LtiLaunchProblemList),
    errors: LIST,
  },
} as const satisfies Readonly<Record<string, Operation>>;
