import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type LaunchedUnit, refusalOf } from './judge-statement';

/** How a learner is sent. */
export interface WantedLaunch {
  /** Address and name of the unit, as its package has them. */
  readonly url: string;
  readonly publisherId: string;
  readonly learner?: string;
  readonly registration?: string;
  readonly launchMode?: LaunchedUnit['launchMode'];
  readonly masteryScore?: number | null;
  readonly returnUrl?: string | null;
  readonly languagePreference?: string;
}

interface Launch extends LaunchedUnit {
  readonly endpoint: string;
  readonly document: object;
  readonly preferences: object;
  token: string | null;
  /** Preferences have to be read before anything is stated (cmi5 §11). */
  preferencesRead: boolean;
  readonly stored: unknown[];
}

type Answer = readonly [status: number, body?: unknown];
const NO = (status: number, requirement: string): Answer => [status, { requirement }];
const SESSION = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';

/**
 * A learning management system with its record store: it launches units and refuses whatever cmi5 forbids them, each with the
 * number of the requirement. Real HTTP on this machine.
 */
export class Cmi5Lms {
  /** Every refusal that was told, in order. */
  readonly refusals: string[] = [];
  /** While true, the store says that it is not there. */
  down = false;
  /** Statements that are kept and answered with a broken connection, as many as this. */
  losing = 0;
  private readonly launches = new Map<string, Launch>();
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      void this.answer(request).then(
        (answer) => {
          if (answer === undefined) request.socket.destroy();
          else send(answer);
        },
        () => send([500]),
      );
      const send = ([status, body]: Answer): void => {
        const json = body === undefined ? undefined : JSON.stringify(body);
        response
          .writeHead(status, json === undefined ? {} : { 'content-type': 'application/json' })
          .end(json);
      };
    });
  }

  /** @param port left out: any that is free */
  static async start(port = 0): Promise<Cmi5Lms> {
    const lms = new Cmi5Lms();
    await new Promise<void>((resolve) => lms.server.listen(port, '127.0.0.1', resolve));
    return lms;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get endpoint(): string {
    return `${this.origin}/xapi/`;
  }

  /** The address that the browser of a learner is sent to, and the name of the launch. */
  launch(wanted: WantedLaunch): { readonly id: string; readonly url: string } {
    const id = randomUUID();
    const sessionId = randomUUID();
    const { publisherId, learner = 'user-17', launchMode = 'Normal', masteryScore = null } = wanted;
    const contextTemplate = {
      contextActivities: { grouping: [{ id: publisherId }, { id: `${this.origin}/courses/3` }] },
      extensions: { [SESSION]: sessionId, [`${this.origin}/extensions/own`]: 'kept as it is' },
    };
    const launched: Launch = {
      ...{ publisherId, sessionId, launchMode, masteryScore, contextTemplate },
      actor: { account: { homePage: `${this.origin}/people`, name: learner } },
      registration: wanted.registration ?? randomUUID(),
      activityId: `${this.origin}/units/${encodeURIComponent(publisherId)}`,
      endpoint: this.endpoint,
      document: {
        ...{ contextTemplate, launchMode, moveOn: 'CompletedOrPassed', launchMethod: 'OwnWindow' },
        ...(masteryScore === null ? {} : { masteryScore }),
        ...(wanted.returnUrl === null ? {} : { returnURL: wanted.returnUrl ?? `${this.origin}/courses/3` }),
      },
      preferences: { languagePreference: wanted.languagePreference ?? 'en-GB', audioPreference: 'off' },
      token: null,
      preferencesRead: false,
      stored: [],
    };
    this.launches.set(id, launched);
    const url = new URL(wanted.url);
    url.searchParams.set('activityId', launched.activityId);
    url.searchParams.set('registration', launched.registration);
    url.searchParams.set('actor', JSON.stringify({ objectType: 'Agent', ...launched.actor }));
    url.searchParams.set('fetch', `${this.origin}/fetch/${id}`);
    url.searchParams.set('endpoint', launched.endpoint);
    return { id, url: url.href };
  }

  /** What was kept of a launch, in order. */
  stored(id: string): readonly Readonly<Record<string, unknown>>[] {
    return (this.launches.get(id)?.stored ?? []) as Readonly<Record<string, unknown>>[];
  }

  /** The same by its verbs alone. */
  verbs(id: string): readonly string[] {
    return this.stored(id).map(({ verb }) => String((verb as { id: string }).id.split('/').at(-1)));
  }

  /** The token of a launch is not good any more. */
  revoke(id: string): void {
    const launched = this.launches.get(id);
    if (launched !== undefined) launched.token = randomUUID();
  }

  private async answer(request: IncomingMessage): Promise<Answer | undefined> {
    const url = new URL(request.url ?? '/', this.origin);
    if (url.pathname.startsWith('/fetch/')) return this.giveToken(request, url);
    if (url.pathname === '/records') return [200, [...this.launches.values()].map(({ stored }) => stored)];
    if (!url.pathname.startsWith('/xapi/')) return [404];
    if (this.down) return [503];
    const resource = url.pathname.slice('/xapi/'.length);
    if (request.headers['x-experience-api-version'] === undefined) return NO(400, 'xapi-version');
    if (resource === 'about') return [200, { version: ['1.0.3'] }];
    const launched = this.launchedBy(request.headers.authorization);
    if (launched === undefined) return this.refuse(401, '8.2.1.0-5');
    if (resource === 'activities/state') return this.readLaunchData(request, url, launched);
    if (resource === 'agents/profile') return this.readPreferences(request, url, launched);
    if (resource === 'statements') return this.statement(request, url, launched);
    return [404];
  }

  private giveToken(request: IncomingMessage, url: URL): Answer {
    if (request.method !== 'POST') return this.refuse(405, '8.1.2.0-4');
    const launched = this.launches.get(url.pathname.split('/')[2] ?? '');
    if (launched === undefined) return [404];
    if (launched.token !== null) return [200, { 'error-code': '1', 'error-text': 'already used' }];
    launched.token = Buffer.from(`unit:${randomUUID()}`).toString('base64');
    return [200, { 'auth-token': launched.token }];
  }

  private launchedBy(authorization: string | undefined): Launch | undefined {
    const [scheme, token] = (authorization ?? '').split(' ');
    if (scheme !== 'Basic' || !token) return undefined;
    return [...this.launches.values()].find((each) => each.token === token);
  }

  private readLaunchData({ method }: IncomingMessage, { searchParams }: URL, launched: Launch): Answer {
    if (method !== 'GET') return this.refuse(403, '10.2.1.0-5');
    if (searchParams.get('stateId') !== 'LMS.LaunchData') return [404];
    if (searchParams.get('activityId') !== launched.activityId) return this.refuse(403, '8.1.5.0-6');
    if (searchParams.get('registration') !== launched.registration) return this.refuse(403, '8.1.4.0-3');
    return this.isActor(searchParams, launched) ? [200, launched.document] : this.refuse(403, '8.1.3.0-3');
  }

  private readPreferences({ method }: IncomingMessage, { searchParams }: URL, launched: Launch): Answer {
    if (method !== 'GET') return this.refuse(403, '11.0.0.0-2');
    if (searchParams.get('profileId') !== 'cmi5LearnerPreferences') return this.refuse(404, '11.0.0.0-4');
    if (!this.isActor(searchParams, launched)) return this.refuse(403, '11.0.0.0-1');
    launched.preferencesRead = true;
    return [200, launched.preferences];
  }

  private isActor(searchParams: URLSearchParams, { actor }: Launch): boolean {
    const { account } = JSON.parse(searchParams.get('agent') ?? '{}') as Partial<Launch['actor']>;
    return account?.homePage === actor.account.homePage && account.name === actor.account.name;
  }

  private async statement(
    request: IncomingMessage,
    { searchParams }: URL,
    launched: Launch,
  ): Promise<Answer | undefined> {
    const id = searchParams.get('statementId');
    const kept = this.everything().find((each) => (each as { id?: string }).id === id);
    if (request.method === 'GET') return kept === undefined ? [404] : [200, kept];
    if (request.method !== 'PUT') return this.refuse(405, 'method');
    const statement = JSON.parse(await text(request)) as { id?: string };
    if (statement.id !== id) return this.refuse(400, '9.1.0.0-1');
    if (kept !== undefined) return JSON.stringify(kept) === JSON.stringify(statement) ? [204] : [409];
    if (!launched.preferencesRead) return this.refuse(403, '11.0.0.0-3');
    const before = [...this.launches.values()]
      .filter((each) => each !== launched && each.registration === launched.registration)
      .flatMap(({ stored }) => stored);
    const refusal = refusalOf(statement, launched, launched.stored, before);
    if (refusal !== undefined) return this.refuse(403, refusal);
    launched.stored.push(statement);
    if (this.losing === 0) return [204];
    this.losing -= 1;
    return undefined;
  }

  private everything(): readonly unknown[] {
    return [...this.launches.values()].flatMap(({ stored }) => stored);
  }

  private refuse(status: number, requirement: string): Answer {
    this.refusals.push(requirement);
    return NO(status, requirement);
  }
}
