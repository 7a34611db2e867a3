import { LtiConfiguration, LtiRegistrationInput } from '@openrounds/contracts';
import { answering } from '../../test/fixtures/doubles';
import { LearningPlatforms } from './learning-platforms';

const META = { tenantId: 'school', requestId: 'request-1' };
const ID = '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a10';
const given = LtiRegistrationInput.parse(LtiRegistrationInput.meta()?.['example']);
const kept = { ...given, id: ID, tokenAudience: null, roster: false, createdAt: '2026-11-22T12:00:00.000Z' };

describe('learning platforms', () => {
  it('are not found where nobody could launch, and nobody is asked', async () => {
    const platforms = new LearningPlatforms(answering({}), null);
    const tried = [
      () => platforms.keySet(META),
      async () => platforms.configuration(),
      () => platforms.register(META, given),
      () => platforms.list(META, 20, undefined),
      () => platforms.check(META, ID),
      () => platforms.remove(META, ID),
    ];
    for (const attempt of tried) await expect(attempt()).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are told the addresses of this installation', () => {
    const told = new LearningPlatforms(answering({}), 'https://rounds.example').configuration();
    expect(LtiConfiguration.parse(told)).toMatchObject({
      oidc_initiation_url: 'https://rounds.example/lti/login',
      target_link_uri: 'https://rounds.example/lti/launch',
      public_jwk_url: 'https://rounds.example/lti/jwks',
    });
  });

  it('are listed in pages', async () => {
    const asked: unknown[] = [];
    const services = answering({
      'list-platforms.v1': (payload) => {
        asked.push(payload);
        return { items: [kept], more: asked.length === 1 };
      },
    });
    const platforms = new LearningPlatforms(services, 'https://rounds.example');
    const first = await platforms.list(META, 1, undefined);
    const second = await platforms.list(META, 1, first.nextCursor ?? '');
    expect(second).toEqual({ items: [kept], nextCursor: null });
    expect(asked).toEqual([
      { meta: META, limit: 1 },
      { meta: META, limit: 1, before: ID },
    ]);
  });
});
