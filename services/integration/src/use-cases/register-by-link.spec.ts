import { type GivenRegistration } from '@openrounds/contracts';
import { hashOf } from '@openrounds/lti';
import { type RegistrationLink } from '../ports/registration-links';
import { RegisterByLink } from './register-by-link';

const NOW = new Date('2026-05-04T09:00:00Z');
const ISSUER = 'https://moodle.example';
const CONFIGURATION = {
  issuer: ISSUER,
  authorization_endpoint: `${ISSUER}/auth`,
  token_endpoint: `${ISSUER}/token`,
  jwks_uri: `${ISSUER}/keys`,
};
const GIVEN = {
  code: 'of-the-link',
  configurationUrl: `${ISSUER}/configuration`,
  registrationToken: 'once',
  confirmed: { otherHost: false, grades: false, roster: false },
} as GivenRegistration;

/** A link and a platform as they are kept, and what was asked of the platform. */
function setUp() {
  let link: RegistrationLink & { usedBy: string | null } = {
    ...{ id: 'link', tenantId: 'school', createdAt: NOW, expiresAt: NOW, usedAt: null, usedBy: null },
  };
  const kept = new Map<string, object>();
  const isOpen = (by: string): boolean => link.usedAt === null || link.usedBy === by;
  const register = jest.fn(() => Promise.resolve({ clientId: 'client', deploymentId: null }));
  const useCase = new RegisterByLink(
    {
      find: (code: string, _at: Date, by: string) =>
        Promise.resolve(code === hashOf('of-the-link') && isOpen(by) ? link : undefined),
      use: (_code: string, at: Date, by: string) => {
        if (!isOpen(by)) return Promise.resolve(false);
        link = { ...link, usedAt: at, usedBy: by };
        return Promise.resolve(true);
      },
      giveBack: () => {
        link = { ...link, usedAt: null, usedBy: null };
        return Promise.resolve();
      },
    } as never,
    {
      find: (_tenant: string, id: string) => Promise.resolve(kept.get(id)),
      register: (_tenant: string, id: string, registration: object) => {
        kept.set(id, registration);
        return Promise.resolve({ id });
      },
    } as never,
    { see: () => Promise.resolve() } as never,
    { configuration: () => Promise.resolve(CONFIGURATION), register } as never,
    { plainOrigins: [] } as never,
    { now: () => NOW },
  );
  return { useCase, register, kept };
}

describe('a platform that registers itself by a link', () => {
  it('is registered once although its request is worked on twice', async () => {
    const { useCase, register, kept } = setUp();
    const told = [await useCase.execute(GIVEN, 'request'), await useCase.execute(GIVEN, 'request')];
    expect(told.map(({ outcome }) => outcome)).toEqual(['registered', 'registered']);
    expect(register).toHaveBeenCalledTimes(1);
    expect([...kept.keys()]).toEqual(['link']);
  });

  it('is tried again where a first try ended between the link and the platform', async () => {
    const { useCase, register } = setUp();
    register.mockImplementationOnce(() => new Promise(() => undefined));
    void useCase.execute(GIVEN, 'request');
    await new Promise(setImmediate);
    expect(await useCase.execute(GIVEN, 'request')).toMatchObject({ outcome: 'registered' });
  });

  it('is registered although a second try of the request is refused by the platform meanwhile', async () => {
    const { useCase, register, kept } = setUp();
    register.mockImplementationOnce(() => {
      kept.set('link', {});
      return Promise.reject(new Error('the token was used'));
    });
    expect(await useCase.execute(GIVEN, 'request')).toMatchObject({ outcome: 'registered' });
    expect(await useCase.execute(GIVEN, 'another')).toMatchObject({ outcome: 'refused', fault: 'link' });
  });

  it('can use the link again where nothing came of it', async () => {
    const { useCase, register } = setUp();
    register.mockRejectedValueOnce(new Error('the platform is away'));
    await expect(useCase.execute(GIVEN, 'request')).rejects.toThrow('away');
    expect(await useCase.execute(GIVEN, 'another')).toMatchObject({ outcome: 'registered' });
  });

  it('is refused where another request has used the link', async () => {
    const { useCase } = setUp();
    await useCase.execute(GIVEN, 'request');
    expect(await useCase.execute(GIVEN, 'another')).toMatchObject({ outcome: 'refused', fault: 'link' });
  });
});
