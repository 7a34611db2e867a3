import { createHash, generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type Bundle } from 'fhir/r4';
import { decodeProtectedHeader, exportJWK, importJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import { MockEhr } from './mock-ehr';
import { usualTraits } from './traits';

const PATIENT = 'tp-quackenbush';
const SCOPES = 'launch patient/Patient.rs patient/Condition.rs patient/Observation.rs';
const VERIFIER = 'v'.repeat(43);

/** What a client of it does, as far as the mock has to be right or wrong about it. */
class Tool {
  readonly pair = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  readonly called: { authorization: string; body: { prefetch?: Record<string, { total?: number }> } }[] = [];
  private server: Server | undefined;

  async start(): Promise<string> {
    const key = { ...(await exportJWK(this.pair.publicKey)), kid: 'k', alg: 'ES384', use: 'sig' };
    this.server = createServer((request, response) => {
      void text(request).then((body) => {
        const { authorization = '' } = request.headers;
        if (request.method === 'POST') this.called.push({ authorization, body: JSON.parse(body) });
        const prefetch = {
          patient: 'Patient/{{context.patientId}}',
          vitals: 'Observation?patient={{context.patientId}}&category=vital-signs',
        };
        const services = [{ id: 's', hook: 'patient-view', title: 'S', prefetch }];
        response.end(JSON.stringify({ keys: [key], services, cards: [] }));
      });
    });
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  stop(): void {
    this.server?.closeAllConnections();
    this.server?.close();
  }
}

describe('the mock EHR', () => {
  const tool = new Tool();
  const ehr = new MockEhr();
  beforeAll(async () => {
    await ehr.start();
    ehr.tool = await tool.start();
  });
  afterAll(async () => {
    tool.stop();
    await ehr.stop();
  });
  beforeEach(() => {
    ehr.traits = usualTraits();
  });

  const authorize = async (changed: Record<string, string> = {}): Promise<URLSearchParams> => {
    const query = new URLSearchParams({
      ...{ response_type: 'code', client_id: ehr.client.id, redirect_uri: ehr.client.redirectUri() },
      ...{ scope: SCOPES, state: randomUUID(), aud: ehr.fhirBaseUrl, code_challenge_method: 'S256' },
      code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
      ...('launch' in changed ? {} : { launch: ehr.authorization.launch(PATIENT, 'run-1') }),
      ...changed,
    });
    const answer = await fetch(`${ehr.pagesOrigin}/authorize?${query.toString()}`, { redirect: 'manual' });
    return new URL(answer.headers.get('location') ?? 'http://nowhere.invalid').searchParams;
  };
  const assertion = (changed: Record<string, unknown> = {}): Promise<string> => {
    const now = Math.floor(Date.now() / 1_000);
    const own = { iss: 'openrounds', sub: 'openrounds', aud: `${ehr.origin}/token`, exp: now + 60 };
    const claims = { ...own, iat: now, jti: randomUUID(), ...changed };
    return new SignJWT(claims).setProtectedHeader({ alg: 'ES384', kid: 'k' }).sign(tool.pair.privateKey);
  };
  const token = async (
    code: string,
    changed: Record<string, string> = {},
    headers: Record<string, string> = {},
  ): Promise<{
    error?: string;
    access_token?: string;
    patient?: string;
    scope?: string;
    appContext?: string;
  }> => {
    const proof = {
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await assertion(),
    };
    const body = new URLSearchParams({
      ...{ grant_type: 'authorization_code', code, code_verifier: VERIFIER },
      ...{ redirect_uri: ehr.client.redirectUri() },
      ...(ehr.traits.authentication === 'private-key' ? proof : {}),
      ...changed,
    });
    return (await (await fetch(`${ehr.origin}/token`, { method: 'POST', body, headers })).json()) as object;
  };
  const codeOf = async (): Promise<string> => (await authorize()).get('code') ?? '';
  const get = (path: string, bearer: string): Promise<Response> =>
    fetch(path.startsWith('http') ? path : `${ehr.fhirBaseUrl}/${path}`, {
      headers: { authorization: `Bearer ${bearer}` },
    });
  const bearer = async (): Promise<string> => (await token(await codeOf())).access_token ?? '';

  it('gives a token for a code, once, to whoever has the verifier and the key', async () => {
    const code = await codeOf();
    const { patient, scope, appContext, access_token: given = '' } = await token(code);
    expect([patient, scope, appContext]).toEqual([PATIENT, SCOPES, 'run-1']);
    expect((await get(`Patient/${PATIENT}`, given)).status).toBe(200);
    expect((await token(code)).error).toBe('invalid_grant');
    expect((await get(`Patient/${PATIENT}`, given)).status).toBe(401);
  });

  it('gives none to anybody else', async () => {
    const again = await assertion();
    const refused: readonly (readonly [Record<string, string>, string])[] = [
      [{ code_verifier: 'w'.repeat(43) }, 'invalid_grant'],
      [{ redirect_uri: 'http://elsewhere.invalid/' }, 'invalid_grant'],
      [{ client_assertion: await assertion({ aud: 'https://elsewhere.invalid' }) }, 'invalid_client'],
      [{ client_assertion: await assertion({ exp: Date.now() / 1_000 + 900 }) }, 'invalid_client'],
      [{ client_assertion: await assertion({ sub: 'somebody' }) }, 'invalid_client'],
      [{ client_assertion: again, code: 'unknown' }, 'invalid_grant'],
      [{ client_assertion: again }, 'invalid_client'],
    ];
    for (const [changed, error] of refused)
      expect([changed, (await token(await codeOf(), changed)).error]).toEqual([changed, error]);
  });

  it('takes a secret, or nobody’s word, where it is said to', async () => {
    const pair = Buffer.from(`${ehr.client.id}:${ehr.client.secret}`).toString('base64');
    ehr.traits.authentication = 'secret';
    expect((await token(await codeOf())).error).toBe('invalid_client');
    expect(await token(await codeOf(), {}, { authorization: `Basic ${pair}` })).toHaveProperty(
      'access_token',
    );
    ehr.traits.authentication = 'public';
    expect((await token(await codeOf(), { client_id: 'somebody' })).error).toBe('invalid_client');
    expect(await token(await codeOf(), { client_id: 'openrounds' })).toHaveProperty('access_token');
  });

  it('authorizes nothing without PKCE, a state, a launch of its own and its own address', async () => {
    const wrong: Record<string, string>[] = [
      ...[{ code_challenge_method: 'plain' }, { code_challenge: 'short' }, { state: 'short' }],
      ...[{ launch: 'unknown' }, { aud: 'https://elsewhere.invalid/fhir' }, { response_type: 'token' }],
    ];
    for (const changed of wrong) expect((await authorize(changed)).get('error')).toBe('invalid_request');
    expect([...(await authorize({ redirect_uri: 'https://elsewhere.invalid/' }))]).toEqual([]);
  });

  it('grants what it knows and is switched to', async () => {
    ehr.traits.granted = 'without-observations';
    const { scope, access_token: given = '' } = await token(await codeOf());
    expect(scope).toBe('launch patient/Patient.rs patient/Condition.rs');
    expect((await get(`Observation?patient=${PATIENT}`, given)).status).toBe(403);
    ehr.traits = { ...usualTraits(), scopes: 'v1' };
    expect((await token(await codeOf())).scope).toBe('launch');
    const asked = SCOPES.replaceAll('.rs', '.read');
    expect((await token((await authorize({ scope: asked })).get('code') ?? '')).scope).toBe(asked);
  });

  it('gives one patient page by page, and nobody else', async () => {
    const given = await bearer();
    let url: string | undefined = `Observation?patient=${PATIENT}`;
    const pages: number[] = [];
    while (url !== undefined) {
      const bundle = (await (await get(url, given)).json()) as Bundle;
      pages.push(bundle.entry?.length ?? 0);
      url = bundle.link?.find(({ relation }) => relation === 'next')?.url;
    }
    expect(pages).toEqual([5, 5, 5, 1]);
    expect((await get('Observation?patient=tp-ouyang', given)).status).toBe(403);
    expect((await get('Patient/tp-ouyang', given)).status).toBe(404);
  });

  it('is as odd as it is switched to', async () => {
    const given = await bearer();
    const asked = async () => {
      const answer = await get(`Condition?patient=${PATIENT}`, given);
      return {
        status: answer.status,
        after: answer.headers.get('retry-after'),
        said: (await answer.json()) as Bundle,
      };
    };
    const nextOf = ({ link = [] }: Bundle) => link.find(({ relation }) => relation === 'next')?.url ?? '';
    ehr.traits.busy = 'once';
    expect(await asked()).toMatchObject({ status: 429, after: '1' });
    expect((await asked()).status).toBe(200);
    ehr.traits.answers = 'next-elsewhere';
    expect(new URL(nextOf((await asked()).said)).hostname).toBe('localhost');
    ehr.traits = { ...usualTraits(), answers: 'endless', pageSize: 100 };
    expect(nextOf((await asked()).said)).toContain('_offset=0');
    ehr.traits.answers = 'outcome';
    expect(await asked()).toMatchObject({ status: 500, said: { resourceType: 'OperationOutcome' } });
    ehr.traits.answers = 'unauthorized';
    expect((await asked()).status).toBe(401);
  });

  it('calls with a token for that address, and with what the service asked for', async () => {
    const [service] = await ehr.cds.services();
    if (service === undefined) throw new Error('no service');
    const called = async () => {
      await ehr.cds.call(service, PATIENT);
      const call = tool.called.at(-1);
      if (call === undefined) throw new Error('not called');
      return call;
    };
    const { authorization, body } = await called();
    const jwt = authorization.replace('Bearer ', '');
    const [key] = ((await (await fetch(ehr.keySetUrl)).json()) as { keys: JWK[] }).keys;
    const { payload } = await jwtVerify(jwt, await importJWK(key as JWK, 'ES384'), { issuer: ehr.origin });
    expect([payload.aud, (payload.exp ?? 0) - (payload.iat ?? 0)]).toEqual([
      `${ehr.tool}/cds-services/s`,
      300,
    ]);
    expect(decodeProtectedHeader(jwt)).toMatchObject({ alg: 'ES384', jku: ehr.keySetUrl });
    expect(body.prefetch).toMatchObject({ patient: { id: PATIENT }, vitals: { total: 6 } });
    ehr.traits.hooks = 'token';
    const withToken = (await called()).body as { fhirAuthorization?: { access_token: string } };
    const record = await get(`Patient/${PATIENT}`, withToken.fhirAuthorization?.access_token ?? '');
    expect([record.status, 'prefetch' in withToken]).toEqual([200, false]);
  });

  it('knows what may rest nowhere: names, numbers, places, days, and what went over the wire', async () => {
    const given = await bearer();
    for (const secret of [
      'Quackenbush',
      'MRN-7730-5512-04',
      '1967-03-29',
      '2024-02-17',
      '77 Inkwell Crescent',
    ])
      expect(ehr.secrets).toContain(secret);
    expect(ehr.secrets).toContain('110101198912117329');
    expect(ehr.secrets).toContain(given);
    expect(ehr.secrets.filter((secret) => ['female', 'phone', 'final', '/min'].includes(secret))).toEqual([]);
  });

  it('shows its patients to people, and what a call said', async () => {
    const [home, chart] = await Promise.all(
      ['/', `/patients/${PATIENT}`].map(async (path) => (await fetch(`${ehr.pagesOrigin}${path}`)).text()),
    );
    expect(home).toContain('欧阳暮雪');
    expect(chart).toContain(`/launch/${PATIENT}`);
    const launched = await fetch(`${ehr.pagesOrigin}/launch/${PATIENT}`, { redirect: 'manual' });
    const { origin, pathname, searchParams } = new URL(launched.headers.get('location') ?? '');
    expect([origin, pathname, searchParams.get('iss')]).toEqual([ehr.tool, '/smart/launch', ehr.fhirBaseUrl]);
  });
});
