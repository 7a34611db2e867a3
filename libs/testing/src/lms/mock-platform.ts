import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { exportJWK, SignJWT } from 'jose';

export type Values = Record<string, unknown>;
export const LTI_CLAIM = 'https://purl.imsglobal.org/spec/lti/claim/';
export const MEMBERSHIP = 'http://purl.imsglobal.org/vocab/lis/v2/membership';

/** What a login carried to the platform's authorization endpoint. */
export interface AskedAuthorization {
  readonly state: string;
  readonly nonce: string;
  readonly clientId: string;
  readonly loginHint: string;
  readonly redirectUri: string;
}

/** The tool, as it registered itself. */
export interface RegisteredTool {
  readonly initiate_login_uri: string;
  readonly redirect_uris: readonly string[];
  readonly jwks_uri: string;
  readonly scope: string;
}

interface SigningKey {
  readonly id: string;
  readonly pair: { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
}

const newKey = (id: string): SigningKey => ({
  id,
  pair: generateKeyPairSync('rsa', { modulusLength: 2048 }),
});

/** A learning platform by LTI 1.3, with HTTP and keys of its own. What its tokens say decides whoever makes them. */
export class MockPlatform {
  readonly clientId = 'client-1';
  readonly deploymentId = '7';
  readonly registrationToken = 'a registration token';
  key = newKey('k1');
  tool: RegisteredTool | undefined;
  /** Paths that were asked for, in order. */
  readonly asked: string[] = [];
  /** Further public keys that it gives, by id. */
  readonly otherKeys = new Map<string, KeyObject>();
  /** Whether the key set is given. */
  answersKeys = true;
  private server: Server | undefined;
  private port = 0;

  /** @param host name by which browsers reach it: a site of its own */
  constructor(private readonly host = '127.0.0.1') {}

  /** Where programs find it. */
  get origin(): string {
    return `http://127.0.0.1:${String(this.port)}`;
  }

  /** Where browsers find it. */
  get pagesOrigin(): string {
    return `http://${this.host}:${String(this.port)}`;
  }

  get issuer(): string {
    return this.origin;
  }

  async start(port = 0): Promise<void> {
    this.server = createServer((request, response) => {
      void this.handle(request, response);
    });
    await new Promise<void>((resolve) => this.server?.listen(port, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const { server } = this;
    server?.closeAllConnections();
    await new Promise((resolve) => (server === undefined ? resolve(null) : server.close(resolve)));
  }

  rotate(id: string): void {
    this.key = newKey(id);
  }

  /** What its launches say, unless a test changes it. */
  claims({ nonce }: Pick<AskedAuthorization, 'nonce'>, link: Values = {}): Values {
    const now = Math.floor(Date.now() / 1_000);
    return {
      ...{ iss: this.issuer, aud: this.clientId, sub: 'user-17', nonce, iat: now, exp: now + 300 },
      ...{ name: 'Ada Example', email: 'ada@lms.example', picture: `${this.origin}/ada.png` },
      [`${LTI_CLAIM}version`]: '1.3.0',
      [`${LTI_CLAIM}message_type`]: 'LtiResourceLinkRequest',
      [`${LTI_CLAIM}deployment_id`]: this.deploymentId,
      [`${LTI_CLAIM}resource_link`]: { id: 'link-3', title: 'Case of the week' },
      [`${LTI_CLAIM}context`]: { id: 'course-9', label: 'MED 1' },
      [`${LTI_CLAIM}roles`]: [`${MEMBERSHIP}#Learner`],
      [`${LTI_CLAIM}launch_presentation`]: { locale: 'en', return_url: `${this.pagesOrigin}/course` },
      ...link,
    };
  }

  sign(claims: Values, header: Values = {}, key: KeyObject = this.key.pair.privateKey): Promise<string> {
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: this.key.id, ...header }).sign(key);
  }

  /** What a browser that follows a login's redirection brings. */
  readAuthorization(url: string): AskedAuthorization {
    const { searchParams: query } = new URL(url);
    const of = (name: string): string => query.get(name) ?? '';
    return {
      ...{ state: of('state'), nonce: of('nonce'), clientId: of('client_id') },
      ...{ loginHint: of('login_hint'), redirectUri: of('redirect_uri') },
    };
  }

  /** Its own description, for a registration by link. */
  configuration(): Values {
    return {
      issuer: this.issuer,
      authorization_endpoint: `${this.pagesOrigin}/auth`,
      token_endpoint: `${this.origin}/token`,
      jwks_uri: `${this.origin}/keys`,
      registration_endpoint: `${this.origin}/register`,
      'https://purl.imsglobal.org/spec/lti-platform-configuration': {
        product_family_code: 'mock',
        version: '1',
      },
    };
  }

  /** Pages that a kind of platform adds, or where to go instead; undefined: not its path. */
  protected page(_path: string, _request: IncomingMessage): Promise<string | URL | undefined> {
    return Promise.resolve(undefined);
  }

  /** Services that a kind of platform adds. @returns whether it was one of them */
  protected serve(_request: IncomingMessage, _response: ServerResponse): Promise<boolean> {
    return Promise.resolve(false);
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', this.origin);
    this.asked.push(pathname);
    if (await this.serve(request, response)) return;
    const shown = await this.page(pathname, request);
    if (shown instanceof URL) {
      response.writeHead(303, { location: shown.href }).end();
      return;
    }
    if (shown !== undefined) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(shown);
      return;
    }
    const [status, body] = await this.answer(pathname, request);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  private async answer(path: string, request: IncomingMessage): Promise<[number, unknown]> {
    switch (path) {
      case '/keys':
        return this.answersKeys ? [200, await this.keySet()] : [503, {}];
      case '/configuration':
        return [200, this.configuration()];
      case '/register':
        return this.register(request.headers.authorization, await text(request));
      default:
        return [404, {}];
    }
  }

  private async keySet(): Promise<Values> {
    const given = [[this.key.id, this.key.pair.publicKey] as const, ...this.otherKeys];
    const jwks = given.map(async ([kid, key]) => ({
      ...(await exportJWK(key)),
      kid,
      alg: 'RS256',
      use: 'sig',
    }));
    return { keys: await Promise.all(jwks) };
  }

  private register(authorization: string | undefined, body: string): [number, unknown] {
    if (authorization !== `Bearer ${this.registrationToken}`) return [401, {}];
    this.tool = JSON.parse(body) as RegisteredTool;
    const tool = { deployment_id: this.deploymentId };
    const configuration = { 'https://purl.imsglobal.org/spec/lti-tool-configuration': tool };
    return [200, { ...this.tool, client_id: this.clientId, ...configuration }];
  }
}
