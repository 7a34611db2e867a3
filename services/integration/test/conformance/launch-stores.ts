import { hashOf } from '@openrounds/lti';
import { newId } from '@openrounds/platform';
import { type CourseStore } from '../../src/ports/course-store';
import { type LaunchProblem, type LaunchProblems } from '../../src/ports/launch-problems';
import { type LaunchStore, type Ticket } from '../../src/ports/launch-store';
import { type LearnerStore } from '../../src/ports/learner-store';
import { type RegistrationLinks } from '../../src/ports/registration-links';
import { aLaunch, aLink, aLogin, later, NINE } from '../fixtures/launches';

export interface LaunchStores {
  readonly courses: CourseStore;
  readonly launches: LaunchStore;
  readonly learners: LearnerStore;
  readonly problems: LaunchProblems;
  readonly links: RegistrationLinks;
}

const PURGE_NOTHING_ELSE = { choosing: later(-86_400), now: later(-86_400) };

/** What every set of stores of launches does; `open` gives one that may hold others' rows. */
export const itKeepsLaunches = (open: () => LaunchStores): void => {
  let stores: LaunchStores;
  beforeAll(() => {
    stores = open();
  });
  const begun = async (changed = {}) => {
    const login = aLogin(changed);
    await stores.launches.begin(login);
    return login;
  };

  describe('launches', () => {
    it('are found with what was asked, and with what their token said', async () => {
      const login = await begun();
      expect(await stores.launches.find(login.id)).toEqual({
        ...login,
        spentAt: null,
        said: null,
        provedAt: null,
      });
      await stores.launches.spend(login.id, aLaunch(), later(5));
      expect(await stores.launches.find(login.id)).toMatchObject({ spentAt: later(5), said: aLaunch() });
      expect(await stores.launches.find(newId())).toBeUndefined();
    });

    it('of fifty who spend one at once, one does', async () => {
      const { id } = await begun();
      const tried = await Promise.all(
        Array.from({ length: 50 }, () => stores.launches.spend(id, aLaunch(), later(1))),
      );
      expect(tried.filter(Boolean)).toHaveLength(1);
    });

    it('are proved by the secret of their browser, after the token came, once and in three tries', async () => {
      const { id } = await begun();
      const right = hashOf('secret');
      expect(await stores.launches.prove(id, right, NINE)).toBe(false);
      await stores.launches.spend(id, aLaunch(), NINE);
      expect(await stores.launches.prove(id, hashOf('guess'), NINE)).toBe(false);
      const both = [stores.launches.prove(id, right, NINE), stores.launches.prove(id, right, NINE)];
      expect((await Promise.all(both)).filter(Boolean)).toHaveLength(1);

      const other = await begun();
      await stores.launches.spend(other.id, aLaunch(), NINE);
      for (const guess of ['a', 'b', 'c']) await stores.launches.prove(other.id, hashOf(guess), NINE);
      expect(await stores.launches.prove(other.id, right, NINE)).toBe(false);
    });

    it('are forgotten when they are old; those of teachers who choose later', async () => {
      const [old, choosing, fresh] = [await begun(), await begun(), await begun({ begunAt: later(60) })];
      const choice = {
        returnUrl: 'https://lms.example/deep',
        acceptTypes: [],
        acceptMultiple: false,
        acceptLineItem: true,
        data: null,
      };
      await stores.launches.spend(choosing.id, aLaunch({ choice }), NINE);
      await stores.launches.purge({ ...PURGE_NOTHING_ELSE, begun: later(30) });
      const left = await Promise.all([old, choosing, fresh].map(({ id }) => stores.launches.find(id)));
      expect(left.map((each) => each?.id)).toEqual([undefined, choosing.id, fresh.id]);
      await stores.launches.purge({ begun: later(-60), choosing: later(30), now: later(-60) });
      expect(await stores.launches.find(choosing.id)).toBeUndefined();
    });

    it('end in a ticket that is taken once, and in time', async () => {
      const { id: launchId } = await begun();
      const ticket: Ticket = {
        ...{ tenantId: 'school', launchId, learnerId: newId(), role: 'student' },
        ...{ linkId: newId(), reviewedId: null, courseId: newId(), beyondCourse: true },
      };
      const [good, late] = [newId(), newId()];
      for (const sha256 of [good, late]) await stores.launches.addTicket(sha256, ticket, later(60));
      const taken = await Promise.all([1, 2, 3].map(() => stores.launches.redeem(good, later(59))));
      expect(taken.filter((each) => each !== undefined)).toEqual([ticket]);
      expect(await stores.launches.redeem(late, later(60))).toBeUndefined();
    });
  });

  describe('deployments', () => {
    it('are pending until an administrator of their tenant accepts them', async () => {
      const platform = { tenantId: newId(), id: newId() };
      const seen = await stores.courses.see(platform, '7', NINE, null);
      expect(seen).toMatchObject({ deploymentId: '7', acceptedAt: null });
      expect(await stores.courses.see(platform, '7', later(9), later(9))).toEqual(seen);
      expect(await stores.courses.knowing([platform.id], '7')).toEqual([]);
      expect(await stores.courses.accept('other', seen.id, NINE)).toBeUndefined();
      const accepted = await stores.courses.accept(platform.tenantId, seen.id, NINE);
      expect(accepted).toEqual({ ...seen, acceptedAt: NINE });
      expect(await stores.courses.accept(platform.tenantId, seen.id, later(9))).toEqual(accepted);
      expect(await stores.courses.knowing([newId(), platform.id], '7')).toEqual([platform.id]);
      expect(await stores.courses.list(platform.tenantId, 9, undefined)).toEqual([accepted]);
      expect(await stores.courses.list(platform.tenantId, 9, seen.id)).toEqual([]);
    });

    it('one that is named when its platform registers is accepted at once', async () => {
      const seen = await stores.courses.see({ tenantId: 'school', id: newId() }, '1', NINE, NINE);
      expect(seen.acceptedAt).toEqual(NINE);
    });
  });

  describe('links', () => {
    it('are one for each link of a course, and keep what was said last', async () => {
      const link = aLink();
      const first = await stores.courses.openLink(link, NINE);
      expect(first).toEqual({ ...link, id: first.id, createdAt: NINE, lastLaunchAt: NINE });
      const grades = { scopes: ['score'], lineItemUrl: 'https://lms.example/1', lineItemsUrl: null };
      const again = await stores.courses.openLink({ ...link, grades }, later(60));
      expect(again).toEqual({ ...first, grades, lastLaunchAt: later(60) });
      const copied = await stores.courses.openLink({ ...link, contextId: 'course-10' }, NINE);
      expect(copied.id).not.toBe(first.id);
      expect(await stores.courses.findLink('school', first.id)).toEqual(again);
      expect(await stores.courses.findLink('other', first.id)).toBeUndefined();
    });

    it('of many who open one at once all have the same', async () => {
      const link = aLink();
      const opened = await Promise.all(Array.from({ length: 8 }, () => stores.courses.openLink(link, NINE)));
      expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
    });
  });

  describe('learners', () => {
    const named = (subject: string, tenantId = 'school') => ({
      ...{ tenantId, subject, issuer: 'https://lms.example', testUser: false },
    });

    it('are found again, by tenant, issuer and what the platform calls them', async () => {
      const person = named('user-1');
      const id = await stores.learners.admit(person, NINE);
      expect(await stores.learners.admit(person, later(60))).toBe(id);
      expect(await stores.learners.known(person)).toBe(id);
      expect(await stores.learners.find('school', id)).toEqual({
        ...{ ...person, id, createdAt: NINE, lastLaunchAt: later(60) },
      });
      expect(await stores.learners.find('other', id)).toBeUndefined();
      const others = [named('user-2'), named('user-1', 'other'), { ...person, issuer: 'https://b.example' }];
      for (const other of others) expect(await stores.learners.admit(other, NINE)).not.toBe(id);
    });

    it('who come twice at once are one', async () => {
      const came = Array.from({ length: 8 }, () => stores.learners.admit(named('user-3'), NINE));
      expect(new Set(await Promise.all(came)).size).toBe(1);
    });

    it('are new after they were erased', async () => {
      const id = await stores.learners.admit(named('user-4'), NINE);
      expect(await stores.learners.erase('other', id)).toBe(false);
      expect([await stores.learners.erase('school', id), await stores.learners.erase('school', id)]).toEqual([
        true,
        false,
      ]);
      expect(await stores.learners.known(named('user-4'))).toBeUndefined();
      expect(await stores.learners.admit(named('user-4'), NINE)).not.toBe(id);
    });
  });

  describe('problems of launches', () => {
    it('are told to their tenant, the newest first, and forgotten', async () => {
      const problem = (at: Date): LaunchProblem => ({
        ...{ id: newId(), tenantId: 'told', platformId: newId(), code: 'lti-clock', cause: 'issued-at' },
        ...{ claim: null, keyId: 'k1', clockSeconds: 90, requestId: 'request-1', at },
      });
      const [first, second] = [problem(NINE), problem(later(60))];
      for (const each of [first, second]) await stores.problems.add(each);
      expect(await stores.problems.list('told', 9, undefined)).toEqual([second, first]);
      expect(await stores.problems.list('told', 9, second.id)).toEqual([first]);
      expect(await stores.problems.list('other', 9, undefined)).toEqual([]);
      await stores.problems.purge(later(30));
      expect(await stores.problems.list('told', 9, undefined)).toEqual([second]);
    });
  });

  describe('registration links', () => {
    it('are used once, in time, unless nothing came of it', async () => {
      const [code, link] = [
        hashOf(newId()),
        { id: newId(), tenantId: 'linked', createdAt: NINE, expiresAt: later(60), usedAt: null },
      ];
      await stores.links.add(link, code);
      expect(await stores.links.find(code, NINE, 'other')).toEqual(link);
      expect(await stores.links.find(code, later(60), 'other')).toBeUndefined();
      const used = await Promise.all(['1', '2', '3'].map((by) => stores.links.use(code, NINE, by)));
      expect(used.filter(Boolean)).toHaveLength(1);
      expect(await stores.links.find(code, NINE, 'other')).toBeUndefined();
      expect(await stores.links.list('linked', 9, undefined)).toEqual([{ ...link, usedAt: NINE }]);
      // its own request may be worked on again
      const by = String(used.indexOf(true) + 1);
      expect(await stores.links.find(code, NINE, by)).toEqual({ ...link, usedAt: NINE });
      expect(await stores.links.use(code, NINE, by)).toBe(true);
      await stores.links.giveBack(code);
      expect(await stores.links.use(code, NINE, 'other')).toBe(true);
      await stores.links.purge(later(61));
      expect(await stores.links.list('linked', 9, undefined)).toEqual([]);
    });
  });
};
