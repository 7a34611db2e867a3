import { randomUUID } from 'node:crypto';
import { type FhirResource } from 'fhir/r4';
import { type KeyLike, SignJWT } from 'jose';
import { type FhirServer } from './fhir-server';
import { isKind, KINDS } from './scopes';
import { type EhrTraits } from './traits';

/** What a service tells of itself. */
export interface ToldService {
  readonly id: string;
  readonly hook: string;
  readonly title: string;
  readonly prefetch: Readonly<Record<string, string>>;
}

/** A card, as far as it is shown. */
export interface Card {
  readonly uuid: string;
  readonly summary: string;
  readonly indicator: string;
  readonly detail?: string;
  readonly links?: readonly {
    readonly label: string;
    readonly url: string;
    readonly type: string;
    readonly appContext?: string;
  }[];
}

export interface CdsAnswer {
  readonly status: number;
  readonly cards: readonly Card[];
  /** What was said where there are no cards. */
  readonly title: string;
}

/** Where the system is, and by what it signs. */
export interface CdsSystem {
  readonly issuer: string;
  readonly keySetUrl: string;
  readonly fhirBaseUrl: string;
  readonly keyId: string;
  readonly key: KeyLike;
  /** A token by which the record may be read, for whoever is called. */
  readonly tokenFor: (patientId: string) => { readonly token: string; readonly scope: string };
  readonly clientId: string;
}

const TOKEN_SECONDS = 300;
const COUNT = '_count';

/** The side of CDS Hooks 2.0 that calls: each call signed by ES384 for its address, with what the service asked to be told. */
export class CdsClient {
  constructor(
    /** Where OpenRounds is. */
    private readonly tool: () => string,
    private readonly system: () => CdsSystem,
    private readonly records: Pick<FhirServer, 'search' | 'read'>,
    private readonly traits: () => EhrTraits,
  ) {}

  async services(): Promise<readonly ToldService[]> {
    const response = await fetch(`${this.tool()}/cds-services`);
    const { services = [] } = (await response.json()) as { services?: readonly ToldService[] };
    return services;
  }

  /**
   * @param orders LOINC codes of draft orders, where the hook is about orders
   */
  async call(service: ToldService, patientId: string, orders: readonly string[] = []): Promise<CdsAnswer> {
    const draftOrders = {
      ...{ resourceType: 'Bundle', type: 'collection' },
      entry: orders.map((code, index) => ({ resource: orderOf(code, index, patientId) })),
    };
    const selections = orders.map((_, index) => `ServiceRequest/order-${String(index)}`);
    const response = await this.post(`/cds-services/${service.id}`, {
      ...{ hook: service.hook, hookInstance: randomUUID() },
      context: {
        ...{ userId: 'Practitioner/tp-practitioner', patientId },
        ...(service.hook === 'patient-view' ? {} : { draftOrders }),
        ...(service.hook === 'order-select' ? { selections } : {}),
      },
      ...this.told(service, patientId),
    });
    const { cards = [], title = '' } = (await response.json()) as Partial<CdsAnswer>;
    return { status: response.status, cards, title };
  }

  /** @returns HTTP status */
  async feedback(service: Pick<ToldService, 'id'>, card: string, userComment: string): Promise<number> {
    const given = { card, outcome: 'overridden', outcomeTimestamp: new Date().toISOString() };
    const overrideReason = { reason: { code: 'seen' }, userComment };
    const body = { feedback: [{ ...given, overrideReason }] };
    return (await this.post(`/cds-services/${service.id}/feedback`, body)).status;
  }

  private async post(path: string, body: object): Promise<Response> {
    const url = `${this.tool()}${path}`;
    const { issuer, keySetUrl, keyId, key } = this.system();
    const token = await new SignJWT({})
      .setProtectedHeader({ alg: 'ES384', kid: keyId, typ: 'JWT', jku: keySetUrl })
      .setIssuer(issuer)
      .setAudience(url)
      .setJti(randomUUID())
      .setIssuedAt()
      .setExpirationTime(`${String(TOKEN_SECONDS)} s`)
      .sign(key);
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    return fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  private told({ prefetch }: ToldService, patientId: string): object {
    const { fhirBaseUrl: fhirServer, clientId, tokenFor } = this.system();
    const { hooks } = this.traits();
    if (hooks === 'nothing') return {};
    if (hooks === 'token') {
      const { token, scope } = tokenFor(patientId);
      const given = { access_token: token, token_type: 'Bearer', expires_in: TOKEN_SECONDS };
      return { fhirServer, fhirAuthorization: { ...given, scope, subject: clientId } };
    }
    const fetched = Object.entries(prefetch).map(([name, template]) => {
      const query = template.replaceAll('{{context.patientId}}', patientId);
      return [name, hooks === 'outcomes' ? FAILED : this.fetched(query)] as const;
    });
    return { fhirServer, prefetch: Object.fromEntries(fetched) };
  }

  /** A read by id, or a search of which nothing is left out but by `_count`; null: there is none. */
  private fetched(query: string): FhirResource | null {
    const { pathname, searchParams } = new URL(query, 'http://record.invalid/');
    const [kind = '', id] = pathname.slice(1).split('/');
    if (id !== undefined) return this.records.read(id) ?? null;
    const found = isKind(kind) ? this.records.search(kind, searchParams) : [];
    const shown = found.slice(0, Number(searchParams.get(COUNT) ?? found.length));
    const entry = shown.map((resource) => ({ resource }));
    return { resourceType: 'Bundle', type: 'searchset', total: found.length, entry };
  }
}

const FAILED: FhirResource = {
  ...{ resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'exception' }] },
};

/** What a system gives along that lets the record of one patient be read. */
export const RECORD_SCOPES: readonly string[] = KINDS.map((kind) => `patient/${kind}.rs`);

const orderOf = (code: string, index: number, patientId: string): object => ({
  ...{ resourceType: 'ServiceRequest', id: `order-${String(index)}`, status: 'draft', intent: 'order' },
  subject: { reference: `Patient/${patientId}` },
  code: { coding: [{ system: 'http://loinc.org', code }] },
});
