import { LaunchRefused, readFields } from '@openrounds/lti';
import { MEMBERSHIP, MockPlatform, type MigratedDatabase } from '@openrounds/testing';
import {
  claim,
  CLAIMS,
  GRADES,
  type HostileLaunch,
  hostileLaunches,
  SIGNATURE,
} from '../fixtures/hostile-launches';
import { type Launching, launchingIn, PUBLIC_URL } from '../fixtures/launching';
import { openDatabase } from '../fixtures/stores';

const SECOND_ROLES = ['Instructor', `${MEMBERSHIP}#Learner`];

// Fifty launches at once take a while on a busy machine.
jest.setTimeout(30_000);

describe('launches of a hostile platform', () => {
  let opened: MigratedDatabase;
  let tool: Launching;
  const platform = new MockPlatform();
  const other = new MockPlatform();
  let ours = '';
  let theirs = '';
  const { said, seconds, without, choice, INVALID } = hostileLaunches({
    ...{ platform, other },
    publicUrl: () => PUBLIC_URL,
    ours: () => ours,
    theirs: () => theirs,
  });

  beforeAll(async () => {
    opened = await openDatabase();
    await Promise.all([platform.start(), other.start()]);
    tool = launchingIn(opened, [platform, other]);
    await tool.register(platform, 'school');
    const id = await tool.register(other, 'other-school');
    await tool.stores.courses.see({ tenantId: 'other-school', id }, 'theirs', new Date(), new Date());
    ours = tool.content('school');
    theirs = tool.content('other-school');
  });
  afterAll(async () => {
    await Promise.all([platform.stop(), other.stop()]);
    await opened.close();
  });

  /** Launches with its own cookie, and says which ticket or code came of it. */
  async function launched(make: HostileLaunch, login: Record<string, string | undefined> = {}) {
    const begun = await tool.login(platform, login);
    return tool.take(begun.state, await make(begun), begun.secret);
  }

  describe('valid ones are let in', () => {
    const VALID: [string, HostileLaunch, Record<string, string | undefined>][] = [
      ['the usual one', said({}), {}],
      ['without a client id', said({}), { client_id: undefined }],
      ['with a deployment at login', said({}), { lti_deployment_id: '7', lti_message_hint: 'm' }],
      ['audiences, of which we are the party', said({ aud: ['client-1'], azp: 'client-1' }), {}],
      ['a clock 45 s before ours', said(() => ({ iat: seconds() + 45 })), {}],
      ['bare role names', said(claim('roles', ['Learner'])), {}],
      ['long role URIs', said(claim('roles', SECOND_ROLES)), {}],
      ['no gradebook', without(GRADES), {}],
      ['a copied course', said(claim('context', { id: 'course-10' })), {}],
      ['a choice of links', said(() => choice({ deep_link_return_url: `${platform.origin}/deep` })), {}],
    ];
    it.each(VALID)('%s', async (_, make, login) => {
      expect((await launched(make, login)).outcome).toBe('ticket');
    });

    it('a target that the platform rewrote, by our own parameter', async () => {
      const rewritten = {
        ...claim('target_link_uri', 'https://lms.example/x'),
        ...claim('custom', { openrounds: ours }),
      };
      expect((await launched(said(rewritten))).outcome).toBe('ticket');
    });

    it('a key that was rotated just now', async () => {
      await launched(said({}));
      platform.rotate('k2');
      expect((await launched(said({}))).outcome).toBe('ticket');
    });

    it('a browser that has the platform’s storage alone, in one try of three', async () => {
      const begun = await tool.login(platform, { lti_storage_target: '_parent' });
      const told = await tool.take(begun.state, await said({})(begun), null);
      expect(told).toMatchObject({
        outcome: 'prove',
        storage: { target: '_parent', origin: platform.origin },
      });
      const { launchId, secret } = begun;
      expect(await tool.prove.execute({ launchId, secret: null }, 'r')).toMatchObject({
        code: 'lti-other-browser',
      });
      expect(await tool.prove.execute({ launchId, secret }, 'r')).toMatchObject({ outcome: 'ticket' });
      expect(await tool.prove.execute({ launchId, secret }, 'r')).toMatchObject({ code: 'lti-spent' });
    });

    it('a ticket is changed once, and says who came, by which link, to what', async () => {
      const told = await launched(said({}));
      if (told.outcome !== 'ticket') throw new Error('no ticket');
      const { ticket } = told;
      const redeemed = await tool.redeem.execute({ ticket });
      expect(redeemed).toMatchObject({
        ...{ tenantId: 'school', role: 'student', message: 'resource-link', locale: 'en' },
        link: { kind: 'assignment', resourceId: ours },
        returnUrl: `${platform.origin}/course`,
      });
      await expect(tool.redeem.execute({ ticket })).rejects.toMatchObject({ code: 'unauthenticated' });
      const again = await launched(said({}));
      const second = again.outcome === 'ticket' ? await tool.redeem.execute({ ticket: again.ticket }) : null;
      expect([second?.learnerId, second?.link?.id]).toEqual([redeemed.learnerId, redeemed.link?.id]);
      const copied = await launched(said(claim('context', { id: 'course-11' })));
      const third = copied.outcome === 'ticket' ? await tool.redeem.execute({ ticket: copied.ticket }) : null;
      expect(third?.link).toMatchObject({ resourceId: ours });
      expect(third?.link?.id).not.toBe(redeemed.link?.id);
    });
  });

  describe('invalid ones leave nobody behind', () => {
    let before = '';
    beforeEach(async () => {
      before = await tool.counts();
    });
    afterEach(async () => {
      expect(await tool.counts()).toBe(before);
      expect([...tool.hosts]).toEqual(['127.0.0.1']);
    });

    it.each(INVALID)('%s: %s', async (_, code, make) => {
      expect(await launched(make)).toMatchObject({ outcome: 'refused', code });
    });

    it('no token, whether it was in the query or nowhere', async () => {
      const { state, secret } = await tool.login(platform);
      expect(await tool.take(state, null, secret)).toMatchObject({ code: CLAIMS });
    });

    it.each(['state=a&id_token=b&id_token=c', 'state=a%00&id_token=b', 'a%00=b'])('a form as %s', (form) => {
      expect(() => readFields(form)).toThrow(LaunchRefused);
    });

    it('a token under a state that it was not made for', async () => {
      const [first, second] = [await tool.login(platform), await tool.login(platform)];
      const told = await tool.take(second.state, await said({})(first), second.secret);
      expect(told).toMatchObject({ code: CLAIMS });
    });

    it('a state that was never given, is old, or is of another platform', async () => {
      const begun = await tool.login(platform);
      const token = await said({})(begun);
      const made = `${begun.launchId}.${'A'.repeat(43)}`;
      expect(await tool.take(made, token, begun.secret)).toMatchObject({ code: 'lti-expired' });
      tool.time.offsetMs = 601_000;
      expect(await tool.take(begun.state, token, begun.secret)).toMatchObject({ code: 'lti-expired' });
      tool.time.offsetMs = 0;
      const theirLogin = await tool.login(other);
      const told = await tool.take(theirLogin.state, await said({})(theirLogin), theirLogin.secret);
      expect(told).toMatchObject({ code: SIGNATURE });
    });

    it('a form that another browser brings: told where it may begin', async () => {
      const begun = await tool.login(platform, { lti_message_hint: 'm' });
      const told = await tool.take(begun.state, await said({})(begun), null);
      const again = { issuer: platform.issuer, clientId: 'client-1', loginHint: 'hint', messageHint: 'm' };
      expect(told).toMatchObject({ code: 'lti-other-browser', again });
    });

    it('a platform that is registered nowhere, or twice', async () => {
      const at = (fields: Record<string, string | undefined>) => tool.login(platform, fields);
      await expect(at({ iss: 'https://nobody.example' })).rejects.toMatchObject({
        code: 'lti-not-registered',
      });
      await tool.register(platform, 'school', 'client-2');
      await expect(at({ client_id: undefined })).rejects.toMatchObject({ code: 'lti-ambiguous' });
    });
  });

  it('one form twice, or fifty times at once: one ticket', async () => {
    const begun = await tool.login(platform);
    const token = await said({})(begun);
    const told = await Promise.all(
      Array.from({ length: 50 }, () => tool.take(begun.state, token, begun.secret)),
    );
    expect(told.filter(({ outcome }) => outcome === 'ticket')).toHaveLength(1);
    expect(await tool.take(begun.state, token, begun.secret)).toMatchObject({ code: 'lti-spent' });
  });

  it('administrators are told why, and nothing of a person', async () => {
    const problems = await tool.stores.problems.list('school', 200, undefined);
    expect(new Set(problems.map(({ cause }) => cause)).size).toBeGreaterThan(15);
    expect(JSON.stringify(problems)).not.toMatch(/user-17|Ada|hint/);
  });
});
