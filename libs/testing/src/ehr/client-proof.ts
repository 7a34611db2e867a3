import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { type EhrTraits } from './traits';

/** OpenRounds, as it is registered in the system. */
export interface SmartClient {
  readonly id: string;
  /** Where it proves itself by one. */
  readonly secret: string;
  redirectUri: () => string;
  /** The public keys that it publishes. */
  readonly keys: () => Promise<JSONWebKeySet>;
}

const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const LONGEST_SECONDS = 300;

/** Whether whoever asks for a token is the client, proved as the system wants it and in no other way (SMART App Launch 2). */
export class ClientProof {
  private readonly used = new Set<string>();

  constructor(
    private readonly client: SmartClient,
    private readonly tokenUrl: () => string,
    private readonly now: () => Date,
  ) {}

  /** @returns why it is not; undefined: it is */
  async faultOf(
    form: URLSearchParams,
    authorization: string | undefined,
    wanted: EhrTraits['authentication'],
  ): Promise<string | undefined> {
    const assertion = form.get('client_assertion');
    if ((assertion !== null) !== (wanted === 'private-key')) return 'client assertion';
    if ((authorization !== undefined) !== (wanted === 'secret')) return 'authorization header';
    if (assertion !== null) return this.faultOfAssertion(assertion, form.get('client_assertion_type'));
    if (wanted === 'public') return form.get('client_id') === this.client.id ? undefined : 'client id';
    const pair = `${encodeURIComponent(this.client.id)}:${encodeURIComponent(this.client.secret)}`;
    const isOwn = authorization === `Basic ${Buffer.from(pair).toString('base64')}`;
    return isOwn ? undefined : 'client secret';
  }

  private async faultOfAssertion(assertion: string, type: string | null): Promise<string | undefined> {
    if (type !== ASSERTION) return 'client assertion type';
    const { id } = this.client;
    try {
      const { payload } = await jwtVerify(assertion, createLocalJWKSet(await this.client.keys()), {
        ...{ issuer: id, subject: id, audience: this.tokenUrl(), currentDate: this.now() },
        ...{ algorithms: ['ES384'], requiredClaims: ['exp', 'jti'] },
      });
      const { exp = 0, jti = '' } = payload;
      if (exp > this.now().getTime() / 1_000 + LONGEST_SECONDS) return 'client assertion lives too long';
      if (this.used.has(jti)) return 'client assertion used before';
      this.used.add(jti);
      return undefined;
    } catch (error) {
      return `client assertion: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
}
