import { type AskedAuthorization, MockLms } from '@openrounds/testing';
import { freePort } from '../../scripts/embedded/free-port.cjs';
import { answerOf, clientOf, type ApiClient, type Schemas } from './client';
import { IMPATIENT } from './runs';
import { type ServiceName, startStack, type Stack } from './stack';

/** A class may launch at once, all from one address. */
const PATIENT = { RATE_LIMIT_UNKNOWN_PER_MINUTE: '100000', REQUEST_DEADLINE_MS: '20000' };

/** The product with a public address on this machine, and a learning platform of another site beside it. */
export interface WithLms {
  readonly stack: Stack;
  readonly lms: MockLms;
  /** Where browsers and the platform find the product. */
  readonly publicUrl: string;
  /** The local administrator. */
  readonly teacher: ApiClient;
  stop(): Promise<void>;
}

/** What goes beyond a platform: other systems on this machine, and how the product is set up. */
export interface BesideLms {
  readonly origins?: readonly string[];
  readonly commonEnv?: Readonly<Record<string, string>>;
  /** Environment of single services, above that of all. */
  readonly env?: Readonly<Partial<Record<ServiceName, Readonly<Record<string, string>>>>>;
  readonly redisUrl?: string;
}

/** Costs what {@link startStack} does; the platform is not connected yet. */
export async function startWithLms({
  origins = [],
  commonEnv: more,
  env = {},
  ...options
}: BesideLms = {}): Promise<WithLms> {
  const lms = new MockLms('lms.localhost');
  const [port] = await Promise.all([freePort(), lms.start()]);
  const publicUrl = `http://localhost:${String(port)}`;
  const commonEnv = {
    ...{ ...IMPATIENT, PUBLIC_URL: publicUrl, SECURE_COOKIES: 'true' },
    OUTBOUND_LOOPBACK_ORIGINS: [lms.origin, lms.pagesOrigin, ...origins].join(','),
    ...more,
  };
  const envOf = { ...env, gateway: { ...PATIENT, ...env.gateway } };
  const stack = await startStack({ port, commonEnv, env: envOf, ...options });
  return {
    ...{ stack, lms, publicUrl, teacher: clientOf(stack.baseUrl, stack.apiKey) },
    stop: async () => {
      await stack.stop();
      await lms.stop();
    },
  };
}

/** A new link for an administrator of a platform. */
export async function registrationLink({ teacher }: Pick<WithLms, 'teacher'>): Promise<string> {
  return (await answerOf(teacher.POST('/v1/lti/registration-links', { params: {} }))).url;
}

/** Registers the platform, as its administrator's browser does with two clicks. */
export async function connect(given: WithLms, switches: Readonly<Record<string, 'on'>> = {}): Promise<void> {
  const { searchParams } = new URL(await registrationLink(given));
  const answer = await posted(given, '/lti/register', {
    code: searchParams.get('code') ?? '',
    openid_configuration: `${given.lms.origin}/configuration`,
    registration_token: given.lms.registrationToken,
    ...{ grades: 'on', ...switches },
  });
  if (answer.status !== 200) throw new Error(await answer.text());
}

/** Who launches what, from where; the platform's first student where nobody is named. */
export interface Launching {
  readonly id: string;
  readonly as?: string;
  readonly course?: string;
  readonly locale?: string;
  /** Whose work is to be reviewed. */
  readonly review?: string;
}

/** What a browser has that went to the platform and came back with its token. */
export interface LaunchForm {
  readonly cookie: string;
  readonly state: string;
  readonly id_token: string;
}

/** What a browser has that a login sent to the platform. */
export interface LaunchBegun extends AskedAuthorization {
  readonly cookie: string;
}

/** Begins a launch, as the platform's page does; nothing is begun where the login is refused. */
export async function beginLaunch(
  given: WithLms,
  { id, as = 'student-1' }: Launching,
): Promise<{ readonly response: Response; readonly begun?: LaunchBegun }> {
  const { lms, publicUrl } = given;
  const response = await posted(given, '/lti/login', {
    ...{ iss: lms.issuer, client_id: lms.clientId, lti_deployment_id: lms.deploymentId },
    ...{ login_hint: as, target_link_uri: `${publicUrl}/lti/r/${id}` },
  });
  const location = response.headers.get('location');
  if (location === null) return { response };
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return { response, begun: { ...lms.readAuthorization(location), cookie } };
}

/**
 * Goes as a browser does, up to the form that the platform's page would post.
 *
 * @param changed claims that the token says otherwise
 */
export async function launchForm(
  given: WithLms,
  launching: Launching,
  changed: Readonly<Record<string, unknown>> = {},
): Promise<LaunchForm> {
  const { lms, publicUrl } = given;
  const { response, begun } = await beginLaunch(given, launching);
  if (begun === undefined) throw new Error(await response.text());
  const { id, ...visit } = launching;
  const said = lms.launchOf(id, `${publicUrl}/lti/r/${id}`, { ...visit });
  const claims = lms.claims(begun, { ...said, ...changed });
  return { cookie: begun.cookie, state: begun.state, id_token: await lms.sign(claims) };
}

/** Posts the form; the address that it leads to, or the page that refuses it. */
export const postLaunch = (given: WithLms, { cookie, ...form }: LaunchForm): Promise<Response> =>
  posted(given, '/lti/launch', form, { cookie });

/** Comes in by a link of the platform. */
export async function launch(given: WithLms, launching: Launching): Promise<Schemas['LaunchSession']> {
  const answer = await postLaunch(given, await launchForm(given, launching));
  const page = await answer.text();
  const next = answer.headers.get('location') ?? / data-next="([^"]+)"/.exec(page)?.[1];
  const ticket = next?.split('#')[1];
  if (ticket === undefined) throw new Error(page);
  const nobody = clientOf(given.stack.baseUrl, '');
  return answerOf(nobody.POST('/v1/session/launch', { body: { ticket } }));
}

const posted = (
  { stack: { baseUrl } }: Pick<WithLms, 'stack'>,
  path: string,
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> =>
  fetch(baseUrl + path, { method: 'POST', body: new URLSearchParams(form), headers, redirect: 'manual' });
