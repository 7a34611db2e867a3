/**
 * Answers about launches and grades, as a learning platform brings them about: the mock one, started here. The product has to
 * be allowed to ask it: OUTBOUND_LOOPBACK_ORIGINS=http://127.0.0.1:4400,http://lms.localhost:4400 and a PUBLIC_URL.
 */
import { createRequire } from 'node:module';
import { setTimeout as after } from 'node:timers/promises';

const PORT = 4400;
const DEPLOYMENT = 'https://purl.imsglobal.org/spec/lti/claim/deployment_id';
const LIST = {
  kind: 'commit',
  answer: {
    kind: 'differential',
    entries: [
      { diseaseId: 'pulmonary-embolism', points: 60 },
      { diseaseId: 'community-acquired-pneumonia', points: 20 },
      { text: 'my own idea', points: 5 },
    ],
    other: 15,
  },
};

/**
 * @param {object} given
 * @param {(method: string, path: string, body?: unknown, headers?: object) => Promise<any>} given.ask
 * @param {(operationId: string, answer: unknown) => void} given.keep
 * @param {string} given.baseUrl
 * @param {string} given.caseId a published case
 */
export async function captureLearningPlatform({ ask, keep: keepAsIs, baseUrl, caseId }) {
  const { MockLms } = createRequire(import.meta.url)('../../dist/libs/testing/src/lms/mock-lms.js');
  const lms = new MockLms('lms.localhost');
  await lms.start(PORT);
  const { target_link_uri: ours } = await ask('GET', '/lti/config.json');
  /** As if both stood elsewhere. */
  const keep = (operationId, answer) => {
    const told = JSON.stringify(answer)
      .replaceAll(new URL(ours).origin, 'https://rounds.example')
      .replaceAll(lms.pagesOrigin, 'https://lms.example')
      .replaceAll(new URL(lms.origin).host, 'lms.example');
    keepAsIs(operationId, JSON.parse(told));
  };

  const link = await ask('POST', '/v1/lti/registration-links');
  keep('createLtiRegistrationLink', { ...link, url: link.url.replace(/code=.*/, 'code=shown-once') });
  keep('listLtiRegistrationLinks', await ask('GET', '/v1/lti/registration-links?limit=1'));

  const target = ours.replace(/launch$/, 'r/');
  const posted = (path, form, headers = {}) =>
    fetch(baseUrl + path, { method: 'POST', body: new URLSearchParams(form), headers, redirect: 'manual' });
  await posted('/lti/register', {
    code: new URL(link.url).searchParams.get('code'),
    openid_configuration: `${lms.origin}/configuration`,
    registration_token: lms.registrationToken,
    grades: 'on',
  });
  /** Comes in as a browser does; undefined where the launch is refused. */
  const launch = async (id, as, more = {}) => {
    const login = await posted('/lti/login', {
      ...{ iss: lms.issuer, client_id: lms.clientId, login_hint: as },
      target_link_uri: target + id,
    });
    const asked = lms.readAuthorization(login.headers.get('location'));
    const id_token = await lms.sign(lms.claims(asked, { ...lms.launchOf(id, target + id, { as }), ...more }));
    const cookie = login.headers.get('set-cookie').split(';')[0];
    const taken = await posted('/lti/launch', { state: asked.state, id_token }, { cookie });
    const ticket = taken.headers.get('location')?.split('#')[1];
    if (ticket === undefined) return undefined;
    return ask('POST', '/v1/session/launch', { ticket }, { authorization: undefined });
  };

  const practice = { caseId, mode: 'practice', stages: 1 };
  const { id: assignmentId } = await ask('POST', '/v1/assignments', practice);
  await launch(assignmentId, 'student-1', { [DEPLOYMENT]: '8' });
  const deployments = await ask('GET', '/v1/lti/deployments?limit=1');
  keep('listLtiDeployments', deployments);
  keep('listLtiLaunchProblems', await ask('GET', '/v1/lti/launch-problems?limit=1'));
  const [{ id: deploymentId }] = deployments.items;
  keep('acceptLtiDeployment', await ask('POST', `/v1/lti/deployments/${deploymentId}/accept`));

  const session = await launch(assignmentId, 'student-1');
  keep('openLaunchSession', { ...session, token: 'shown-once' });
  lms.gradeBook.fail({ status: 503 }, { status: 503 });
  const asStudent = { authorization: `Bearer ${session.token}` };
  const step = { position: 1, step: LIST };
  await ask('POST', `/v1/attempts/${session.place.attemptId}/steps`, step, asStudent);
  const retrying = async () => {
    const grades = await ask('GET', `/v1/lti/grades?assignmentId=${assignmentId}`);
    if (grades.items[0]?.state === 'retrying') return grades;
    await after(200);
    return retrying();
  };
  const grades = await retrying();
  keep('listLtiGrades', grades);
  keep('resendLtiGrade', await ask('POST', `/v1/lti/grades/${grades.items[0].id}/resend`));
  await retrying();
  keep('resendLtiGrades', await ask('POST', '/v1/lti/grades/resend', { assignmentId }));

  const teacher = await launch('choice', 'teacher-1');
  const asTeacher = { authorization: `Bearer ${teacher.token}` };
  const { id: own } = await ask('POST', '/v1/assignments', practice, asTeacher);
  const chosen = { launchId: teacher.launchId, assignmentIds: [own] };
  const answer = await ask('POST', '/v1/lti/choices', chosen, asTeacher);
  keep('chooseLtiLinks', { ...answer, jwt: `${answer.jwt.slice(0, 20)}…` });

  const [{ id: registrationId }] = (await ask('GET', '/v1/lti/registrations?limit=1')).items;
  await ask('DELETE', `/v1/lti/registrations/${registrationId}`);
  await lms.stop();
}
