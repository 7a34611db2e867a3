import { createHash, randomUUID } from 'node:crypto';
import { type Answer, redirection } from './answer';
import { ClientProof, type SmartClient } from './client-proof';
import { grantedOf } from './scopes';
import { type EhrTraits } from './traits';

/** What a client may do with a token. */
export interface Grant {
  readonly patientId: string;
  readonly scope: readonly string[];
}

interface Code extends Grant {
  readonly challenge: string;
  readonly redirectUri: string;
  readonly appContext: string | undefined;
  readonly until: number;
  token?: string;
}

interface Launch {
  readonly patientId: string;
  readonly appContext: string | undefined;
}

/** Where its parts are: for programs, and for browsers. */
export interface SmartAddresses {
  readonly base: string;
  readonly authorize: string;
  readonly token: string;
}

const CODE_MS = 60_000;
const TOKEN_SECONDS = 300;
const CHALLENGE = /^[\w-]{43}$/;
const VERIFIER = /^[\w.~-]{43,128}$/;
const STATE_CHARACTERS = 22;
const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');

/** Somebody has to say which patient, before the browser is sent back. */
export type Authorized = Answer | 'choose-patient';

/** The authorization server of a training EHR by SMART App Launch 2: strict about what is asked, and as odd as its traits say. */
export class SmartAuthorization {
  /** What was refused and why, in order. */
  readonly refusals: string[] = [];
  /** Launches, states, codes, verifiers and tokens that went over the wire: none may rest anywhere. */
  readonly secrets: string[] = [];

  private readonly launches = new Map<string, Launch>();
  private readonly codes = new Map<string, Code>();
  private readonly grants = new Map<string, Grant>();
  private readonly proof: ClientProof;

  constructor(
    private readonly addresses: () => SmartAddresses,
    private readonly client: SmartClient,
    private readonly traits: () => EhrTraits,
    private readonly now: () => Date = () => new Date(),
  ) {
    this.proof = new ClientProof(client, () => this.addresses().token, now);
  }

  configuration(): Readonly<Record<string, unknown>> {
    const { authorize, token } = this.addresses();
    const { scopes, pkce, authentication } = this.traits();
    const methods = { 'private-key': ['private_key_jwt'], secret: ['client_secret_basic'], public: [] };
    return {
      ...{ authorization_endpoint: authorize, token_endpoint: token },
      ...{ grant_types_supported: ['authorization_code'], response_types_supported: ['code'] },
      token_endpoint_auth_methods_supported: methods[authentication],
      token_endpoint_auth_signing_alg_values_supported: ['ES384'],
      code_challenge_methods_supported: pkce === 'S256' ? ['S256'] : ['plain'],
      capabilities: [
        ...['launch-ehr', 'launch-standalone', 'context-ehr-patient', 'context-standalone-patient'],
        ...['permission-patient', scopes === 'v2' ? 'permission-v2' : 'permission-v1'],
        {
          ...{ 'private-key': 'client-confidential-asymmetric', secret: 'client-confidential-symmetric' },
          public: 'client-public',
        }[authentication],
      ],
    };
  }

  /** Begins a launch for a patient that is open. @returns what the client is to bring */
  launch(patientId: string, appContext?: string): string {
    const launch = randomUUID();
    this.launches.set(launch, { patientId, appContext });
    return this.secret(launch);
  }

  /** A token as it goes along with a call by CDS Hooks. */
  tokenFor(patientId: string, asked: readonly string[]): { readonly token: string; readonly scope: string } {
    const scope = grantedOf(asked, this.traits());
    return { token: this.give({ patientId, scope }), scope: scope.join(' ') };
  }

  grantOf(authorization: string | undefined): Grant | undefined {
    return this.grants.get(/^Bearer (.+)$/.exec(authorization ?? '')?.[1] ?? '');
  }

  /** @param chosen patient that somebody chose, where no launch says which */
  authorize(query: URLSearchParams, chosen?: string): Authorized {
    const of = (name: string): string => query.get(name) ?? '';
    const redirectUri = of('redirect_uri');
    // Whoever cannot be sent back safely is not sent back.
    if (of('client_id') !== this.client.id || redirectUri !== this.client.redirectUri())
      return this.refuse('unknown client or redirect_uri');
    const back = (fields: Readonly<Record<string, string>>): Answer =>
      redirection(`${redirectUri}?${new URLSearchParams(fields).toString()}`);
    const state = this.secret(of('state'));
    const fault = this.faultOf(of);
    if (fault !== undefined) {
      this.refusals.push(fault);
      return back({ error: 'invalid_request', error_description: fault, state });
    }
    const launch = this.launches.get(of('launch'));
    const patientId = launch?.patientId ?? chosen;
    if (patientId === undefined) return 'choose-patient';
    this.launches.delete(of('launch'));
    const { redirection: how } = this.traits();
    if (how === 'denied') return back({ error: 'access_denied', state });
    const code = this.secret(randomUUID());
    this.codes.set(code, {
      ...{ patientId, appContext: launch?.appContext, redirectUri },
      scope: grantedOf(of('scope').split(' '), this.traits()),
      challenge: how === 'other-code' ? challengeOf(randomUUID()) : of('code_challenge'),
      until: this.now().getTime() + CODE_MS,
    });
    return back({ code, state: how === 'other-state' ? `${state.slice(0, -1)}_` : state });
  }

  async token(form: URLSearchParams, authorization: string | undefined): Promise<Answer> {
    const fault = await this.proof.faultOf(form, authorization, this.traits().authentication);
    if (fault !== undefined) return this.denied(401, 'invalid_client', fault);
    if (form.get('grant_type') !== 'authorization_code')
      return this.denied(400, 'unsupported_grant_type', 'grant type');
    const code = this.codes.get(form.get('code') ?? '');
    if (code === undefined) return this.denied(400, 'invalid_grant', 'unknown code');
    if (code.token !== undefined) {
      this.grants.delete(code.token);
      return this.denied(400, 'invalid_grant', 'code used before');
    }
    const verifier = this.secret(form.get('code_verifier') ?? '');
    if (code.until < this.now().getTime()) return this.denied(400, 'invalid_grant', 'code expired');
    if (form.get('redirect_uri') !== code.redirectUri)
      return this.denied(400, 'invalid_grant', 'another redirect_uri');
    if (!VERIFIER.test(verifier) || challengeOf(verifier) !== code.challenge)
      return this.denied(400, 'invalid_grant', 'code verifier');
    code.token = this.give(code);
    const { patientId, scope, appContext, token } = code;
    return {
      status: 200,
      json: {
        ...{ access_token: token, token_type: 'Bearer', expires_in: TOKEN_SECONDS, scope: scope.join(' ') },
        ...{
          patient: patientId,
          need_patient_banner: true,
          ...(appContext === undefined ? {} : { appContext }),
        },
      },
      headers: { pragma: 'no-cache' },
    };
  }

  private faultOf(of: (name: string) => string): string | undefined {
    const scopes = of('scope').split(' ');
    if (of('response_type') !== 'code') return 'response_type';
    if (of('aud') !== this.addresses().base) return 'aud is not the FHIR server';
    if (of('state').length < STATE_CHARACTERS) return 'state can be guessed';
    if (of('code_challenge_method') !== 'S256' || !CHALLENGE.test(of('code_challenge')))
      return 'no PKCE by S256';
    if (of('launch') !== '' && !this.launches.has(of('launch'))) return 'unknown launch';
    if (scopes.includes('launch') !== (of('launch') !== '')) return 'scope launch goes with a launch';
    if (of('launch') === '' && !scopes.includes('launch/patient')) return 'no patient is asked for';
    return undefined;
  }

  private give(grant: Grant): string {
    const token = this.secret(randomUUID());
    this.grants.set(token, grant);
    return token;
  }

  private secret(text: string): string {
    if (text !== '') this.secrets.push(text);
    return text;
  }

  private refuse(why: string): Answer {
    this.refusals.push(why);
    return { status: 400, json: { error: 'invalid_request', error_description: why } };
  }

  private denied(status: number, error: string, why: string): Answer {
    this.refusals.push(why);
    return { status, json: { error, error_description: why } };
  }
}
