import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { exportJWK, type JSONWebKeySet } from 'jose';
import { type Answer, send } from './answer';
import { CdsClient, RECORD_SCOPES } from './cds-client';
import { type SmartClient } from './client-proof';
import { EhrPages } from './ehr-pages';
import { FhirServer } from './fhir-server';
import { identitiesIn } from './identities';
import { SmartAuthorization } from './smart-authorization';
import { TRAINING_PATIENTS } from './training-patients';
import { type EhrTraits, usualTraits } from './traits';

const KEY_ID = 'ehr-1';

/**
 * A training EHR: SMART authorization, FHIR R4, calls by CDS Hooks, and pages for people. Real HTTP on this machine, real keys, records
 * full of identities.
 */
export class MockEhr {
  traits: EhrTraits = usualTraits();
  /** Where OpenRounds is. */
  tool = 'http://localhost:3000';
  /** Method and path of what programs asked for, in order; those that came under the name that nobody should ask, with that name. */
  readonly asked: string[] = [];
  readonly patients = TRAINING_PATIENTS;
  readonly client: SmartClient = {
    ...{ id: 'openrounds', secret: 'kept-between-us-98f1c2' },
    redirectUri: () => `${this.tool}/smart/callback`,
    keys: async () => (await (await fetch(`${this.tool}/smart/jwks`)).json()) as JSONWebKeySet,
  };
  readonly authorization = new SmartAuthorization(
    () => ({
      ...{ base: this.fhirBaseUrl, token: `${this.origin}/token` },
      authorize: `${this.pagesOrigin}/authorize`,
    }),
    this.client,
    () => this.traits,
  );
  readonly fhir = new FhirServer(
    this.patients,
    () => this.fhirBaseUrl,
    () => `http://${this.elsewhere}/fhir`,
    () => this.traits,
    () => {
      this.traits.busy = 'never';
    },
  );
  readonly cds = new CdsClient(
    () => this.tool,
    () => ({
      ...{ issuer: this.origin, keySetUrl: this.keySetUrl, fhirBaseUrl: this.fhirBaseUrl },
      ...{ keyId: KEY_ID, key: this.pair.privateKey, clientId: this.client.id },
      tokenFor: (patientId) => this.authorization.tokenFor(patientId, RECORD_SCOPES),
    }),
    this.fhir,
    () => this.traits,
  );

  private readonly pair = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  private readonly pages = new EhrPages(this);
  private server: Server | undefined;
  private port = 0;

  /** @param host name by which browsers reach it: a site of its own */
  constructor(private readonly host = '127.0.0.1') {}

  /** Where programs find it; its name as issuer of calls. */
  get origin(): string {
    return `http://127.0.0.1:${String(this.port)}`;
  }

  /** Where browsers find it. */
  get pagesOrigin(): string {
    return `http://${this.host}:${String(this.port)}`;
  }

  get fhirBaseUrl(): string {
    return `${this.origin}/fhir`;
  }

  get keySetUrl(): string {
    return `${this.origin}/keys`;
  }

  /** Whatever of it may rest nowhere: identities of its patients, and secrets of its launches. */
  get secrets(): readonly string[] {
    const identities = this.patients.flatMap(({ resources }) => identitiesIn(resources));
    return [...identities, ...this.authorization.secrets, this.client.secret];
  }

  async start(port = 0): Promise<void> {
    this.server = createServer((request, response) => {
      void this.answer(request).then(
        (answer) => {
          send(response, answer);
        },
        (error: unknown) => {
          send(response, { status: 500, json: { error: String(error) } });
        },
      );
    });
    await new Promise<void>((resolve) => this.server?.listen(port, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const { server } = this;
    server?.closeAllConnections();
    await new Promise((resolve) => (server === undefined ? resolve(null) : server.close(resolve)));
  }

  /** Another name of the same server. */
  private get elsewhere(): string {
    return `localhost:${String(this.port)}`;
  }

  private async answer(request: IncomingMessage): Promise<Answer> {
    const { method = 'GET', headers } = request;
    const { pathname, searchParams } = new URL(request.url ?? '/', this.origin);
    const form = new URLSearchParams(method === 'POST' ? await text(request) : '');
    const page = await this.pages.answer(method, pathname, method === 'POST' ? form : searchParams);
    if (page !== undefined) return page;
    this.asked.push(`${method} ${headers.host === this.elsewhere ? headers.host : ''}${pathname}`);
    if (pathname === '/keys') return { status: 200, json: await this.keySet() };
    if (pathname === '/fhir/.well-known/smart-configuration')
      return { status: 200, json: this.authorization.configuration() };
    if (pathname === '/token' && method === 'POST')
      return this.authorization.token(form, headers.authorization);
    const [, path] = /^\/fhir(?:\/(.*))?$/.exec(pathname) ?? [null];
    if (path === null || method !== 'GET') return { status: 404, json: {} };
    return this.fhir.answer(path ?? '', searchParams, this.authorization.grantOf(headers.authorization));
  }

  private async keySet(): Promise<JSONWebKeySet> {
    const key = await exportJWK(this.pair.publicKey);
    return { keys: [{ ...key, kid: KEY_ID, alg: 'ES384', use: 'sig' }] };
  }
}
