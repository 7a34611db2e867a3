import { type EhrClient } from '@openrounds/contracts';
import { newId } from '@openrounds/platform';
import { TestClock } from '@openrounds/testing';
import { type Signer, signer } from '../../../../libs/cds-hooks/test/signed-call';
import { publicSandbox } from '../cds-settings';
import { AnswerCdsCalls } from './answer-cds-calls';

const CALLED = 'https://rounds.example/cds-services/openrounds-differential';
const CLIENT: EhrClient = {
  id: newId(),
  name: 'EHR',
  issuer: 'https://ehr.example',
  keySetUrl: 'https://ehr.example/keys',
  fhirBaseUrl: 'https://ehr.example/fhir',
  origins: ['https://ehr.example'],
  language: 'en',
  environment: 'training',
  smart: null,
  createdAt: '2026-11-20T09:00:00.000Z',
};
const META = { tenantId: 'public', requestId: 'request-1' };
const SANDBOX = 'https://sandbox.cds-hooks.org';

class World {
  readonly clock = new TestClock();
  readonly spent = new Map<string, Date>();
  readonly warnings: unknown[] = [];

  constructor(private readonly ehr: Signer) {}

  calls(sandbox = false): AnswerCdsCalls {
    return new AnswerCdsCalls(
      {
        findByIssuer: (issuer) =>
          Promise.resolve(issuer === CLIENT.issuer ? { tenantId: 'school', client: CLIENT } : undefined),
        knowsOrigin: (origin) => Promise.resolve(CLIENT.origins.includes(origin)),
      },
      { keyOf: () => Promise.resolve(this.ehr.key) },
      {
        spend: (issuer, tokenId, forgetAt) => {
          const key = `${issuer} ${tokenId}`;
          const isNew = !this.spent.has(key);
          this.spent.set(key, forgetAt);
          return Promise.resolve(isNew);
        },
        keepFeedback: () => Promise.resolve(),
      },
      publicSandbox(sandbox),
      this.clock,
      { warn: (entry: unknown) => this.warnings.push(entry) },
    );
  }

  token(changes: object = {}, header: Record<string, unknown> = {}): Promise<string> {
    const iat = this.clock.now().getTime() / 1000;
    const claims = { iss: CLIENT.issuer, aud: CALLED, iat, exp: iat + 300, jti: 'token-1', ...changes };
    return this.ehr.sign(claims, header);
  }
}

describe('calls by CDS Hooks', () => {
  let ehr: Signer;
  let world: World;
  beforeAll(async () => {
    ehr = await signer();
  });
  beforeEach(() => {
    world = new World(ehr);
  });

  it('are a system’s whose token was not used before, and are remembered until it is no good', async () => {
    const asked = { meta: META, token: await world.token(), audiences: [CALLED] };
    expect(await world.calls().verify(asked)).toEqual({ tenantId: 'school', client: CLIENT });
    const ends = world.clock.now().getTime() + 300_000;
    expect([...world.spent.values()]).toEqual([new Date(ends + 300_000)]);
    await expect(world.calls().verify(asked)).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(world.warnings).toEqual([{ reason: 'used-before' }]);
  });

  it('spend no token of a call that is refused for another reason', async () => {
    const asked = {
      meta: META,
      token: await world.token({ aud: 'https://elsewhere.example' }),
      audiences: [CALLED],
    };
    await expect(world.calls().verify(asked)).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(world.spent.size).toBe(0);
  });

  it('are taken of the public sandbox only where the switch is on', async () => {
    const token = await world.token({ iss: SANDBOX }, { jku: `${SANDBOX}/.well-known/jwks.json` });
    const asked = { meta: META, token, audiences: [CALLED] };
    await expect(world.calls().verify(asked)).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(await world.calls(true).verify(asked)).toMatchObject({ tenantId: 'local' });
    const origin = { meta: META, origin: SANDBOX };
    expect(await world.calls().knowsOrigin(origin)).toEqual({ registered: false });
    expect(await world.calls(true).knowsOrigin(origin)).toEqual({ registered: true });
    expect(await world.calls().knowsOrigin({ meta: META, origin: 'https://ehr.example' })).toEqual({
      registered: true,
    });
  });
});
