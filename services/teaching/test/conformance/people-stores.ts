import { newId } from '@openrounds/platform';
import { learnerErased } from '../../src/model/erasure-records';
import { type ClassStore, type NewClass } from '../../src/ports/class-store';
import { type LearnerStore } from '../../src/ports/learner-store';
import { aClass, aJoining, joined, later, NINE, noRecord } from '../fixtures/people';

const erased = (learnerId: string, at = NINE, tenantId = 'school') =>
  learnerErased({ tenantId, requestId: 'request-1' }, learnerId, 'self', at);
const keep = (granted: boolean) => ({ purpose: 'keep', granted, textVersion: 1 }) as const;

interface Opened {
  readonly classes: ClassStore;
  readonly learners: LearnerStore;
  /** Whom the gateway was told to forget. */
  readonly told: () => Promise<readonly string[]>;
  /** The ids of records for the log. */
  readonly logged: () => Promise<readonly string[]>;
}

/** What every store of classes and learners does; `open` gives one that may hold others' rows. */
export const itKeepsPeople = (open: () => Opened): void => {
  let classes: ClassStore;
  let learners: LearnerStore;
  let told: Opened['told'];
  let logged: Opened['logged'];

  beforeAll(() => {
    ({ classes, learners, told, logged } = open());
  });

  const stored = async (changes: Partial<NewClass> = {}): Promise<NewClass> => {
    const given = aClass(changes);
    expect(await classes.add(given)).toBe('stored');
    return given;
  };

  describe('classes', () => {
    it('are kept for their tenant only, and once', async () => {
      const given = await stored();
      expect(await classes.add({ ...given, name: 'another' })).toBe('stored');
      const { tenantId, classId, joinCode } = given;
      expect(await classes.find(tenantId, classId)).toEqual({ ...given, archivedAt: null, members: 0 });
      expect(await classes.find('other-school', classId)).toBeUndefined();
      expect(await classes.findByCode(joinCode)).toMatchObject({ tenantId, classId });
      expect(await classes.add(aClass({ joinCode }))).toBe('code-taken');
    });

    it('change as was decided, or not at all', async () => {
      const { tenantId, classId, joinCode } = await stored();
      const assistant = { subject: 'assistant', role: 'assistant' } as const;
      const staff = async () => (await classes.find(tenantId, classId))?.staff.map((each) => each.subject);
      await classes.change(tenantId, classId, () => ({ staff: assistant }));
      expect(await staff()).toEqual(['assistant', 'teacher']);
      expect(await classes.staffOf(tenantId, classId)).toEqual(['assistant', 'teacher']);
      expect(await classes.staffOf('other-school', classId)).toEqual([]);
      expect(await classes.taughtBy(tenantId, 'assistant')).toContain(classId);
      expect(await classes.taughtBy('other-school', 'assistant')).not.toContain(classId);
      await classes.change(tenantId, classId, () => ({ staff: { ...assistant, role: 'none' } }));
      expect(await staff()).toEqual(['teacher']);
      expect(await classes.taughtBy(tenantId, 'assistant')).not.toContain(classId);
      expect(await classes.change(tenantId, classId, () => null)).toMatchObject({ joinCode });
      const refuse = (): never => {
        throw new Error('refused');
      };
      await expect(classes.change(tenantId, classId, refuse)).rejects.toThrow('refused');
      expect(await classes.change('other-school', classId, () => ({ archivedAt: NINE }))).toBeUndefined();
      const other = await stored();
      expect(await classes.change(tenantId, classId, () => ({ joinCode: other.joinCode }))).toBe(
        'code-taken',
      );
      const fresh = `${joinCode}-fresh`;
      expect(await classes.change(tenantId, classId, () => ({ joinCode: fresh }))).toMatchObject({
        joinCode: fresh,
      });
      expect(await classes.findByCode(joinCode)).toBeUndefined();
      expect(await classes.change(tenantId, classId, () => ({ archivedAt: NINE }))).toMatchObject({
        archivedAt: NINE,
        joinCode: null,
      });
      expect(await classes.findByCode(fresh)).toBeUndefined();
    });

    it('are listed, the newest first, by who asks', async () => {
      const tenantId = `school ${newId()}`;
      const [old, young] = [await stored({ tenantId }), await stored({ tenantId, staff: [] })];
      const learner = joined(await learners.join(aJoining(young)));
      const list = async (of: Parameters<ClassStore['list']>[1]['of'], before?: string) =>
        (await classes.list(tenantId, { of, limit: 9, before })).map(({ classId }) => classId);
      expect(await list({ kind: 'all' })).toEqual([young.classId, old.classId]);
      expect(await list({ kind: 'all' }, young.classId)).toEqual([old.classId]);
      expect(await list({ kind: 'staff', subject: 'teacher' })).toEqual([old.classId]);
      expect(await list({ kind: 'staff', subject: 'nobody' })).toEqual([]);
      expect(await list({ kind: 'learner', learner })).toEqual([young.classId]);
      expect(await list({ kind: 'learner', learner: { subject: 'nobody' } })).toEqual([]);
    });

    it('have members, who can be taken out and come back', async () => {
      const given = await stored();
      const { tenantId, classId } = given;
      const first = aJoining(given, { name: 'Zhang San' });
      const { learnerId } = joined(await learners.join(first));
      const second = joined(await learners.join(aJoining(given)));
      const page = await classes.members(tenantId, classId, { limit: 1 });
      expect(page).toEqual([
        { learnerId, pseudonym: first.fresh.pseudonym, name: 'Zhang San', team: null, joinedAt: NINE },
      ]);
      const rest = await classes.members(tenantId, classId, { limit: 9, after: learnerId });
      expect(rest.map((each) => each.learnerId)).toEqual([second.learnerId]);
      expect(await classes.members('other-school', classId, { limit: 9 })).toEqual([]);
      expect(await classes.isMember(tenantId, classId, { learnerId })).toBe(true);
      expect(await classes.removeMember('other-school', classId, learnerId, NINE)).toBe(false);
      expect(await classes.removeMember(tenantId, classId, learnerId, NINE)).toBe(true);
      expect(await classes.removeMember(tenantId, classId, learnerId, NINE)).toBe(false);
      expect(await classes.isMember(tenantId, classId, { learnerId })).toBe(false);
      expect(await classes.find(tenantId, classId)).toMatchObject({ members: 1 });
      await learners.join({ ...first, at: later(60) });
      const back = await classes.members(tenantId, classId, { limit: 1 });
      expect(back).toMatchObject([{ learnerId, joinedAt: later(60) }]);
    });

    it('are deleted with their people when they were archived long ago', async () => {
      const [old, open_] = [await stored(), await stored()];
      await learners.join(aJoining(old));
      await classes.change(old.tenantId, old.classId, () => ({ archivedAt: later(-10) }));
      expect(await classes.purge(later(-20), noRecord)).toMatchObject({
        memberships: 0,
        class_staff: 0,
        classes: 0,
      });
      expect(await classes.purge(later(-5), noRecord)).toMatchObject({
        memberships: 1,
        class_staff: 1,
        classes: 1,
      });
      expect(await classes.find(old.tenantId, old.classId)).toBeUndefined();
      expect(await classes.find(open_.tenantId, open_.classId)).toBeDefined();
    });
  });

  describe('learners', () => {
    it('come in once, however often they ask', async () => {
      const given = await stored();
      const request = aJoining(given, { name: 'Zhang San', consents: [keep(true)] });
      const learner = joined(await learners.join(request));
      expect(learner).toEqual({
        tenantId: given.tenantId,
        ...request.fresh,
        subject: null,
        name: 'Zhang San',
        resumeHash: request.resumeHash,
        createdAt: NINE,
        lastSeenAt: NINE,
        decisions: [{ ...keep(true), at: NINE }],
      });
      const again = aJoining(given, { ...request, fresh: aJoining(given).fresh, at: later(1) });
      expect(joined(await learners.join(again)).learnerId).toBe(learner.learnerId);
      expect(await learners.decisions(given.tenantId, learner.learnerId, null, 9)).toHaveLength(1);
    });

    it('come back by their code, if they are of the class', async () => {
      const [given, other] = [await stored(), await stored()];
      const first = aJoining(given);
      const { learnerId } = joined(await learners.join(first));
      const { resumeHash } = first;
      const back = { resumes: true, resumeHash };
      expect(joined(await learners.join(aJoining(given, back))).learnerId).toBe(learnerId);
      expect(await learners.join(aJoining(other, back))).toBe('not-found');
      expect(await learners.join(aJoining(given, { resumes: true }))).toBe('not-found');
    });

    it('are not let in by an old code, nor into a full class', async () => {
      const given = await stored();
      expect(await learners.join(aJoining(given, { code: 'old' }))).toBe('not-found');
      expect(await learners.join(aJoining(given, { tenantId: 'other-school' }))).toBe('not-found');
      const first = aJoining(given, { most: 1 });
      await learners.join(first);
      expect(await learners.join(aJoining(given, { most: 1 }))).toBe('class-full');
      expect(joined(await learners.join(first)).learnerId).toBe(first.fresh.learnerId);
      await classes.change(given.tenantId, given.classId, () => ({ archivedAt: NINE }));
      expect(await learners.join(first)).toBe('not-found');
    });

    it('with an account are the same in each class, and have no code', async () => {
      const [one, two] = [await stored(), await stored()];
      const known = { subject: `student ${newId()}` };
      const learner = joined(await learners.join(aJoining(one, { known })));
      expect(learner).toMatchObject({ subject: known.subject, resumeHash: null });
      expect(joined(await learners.join(aJoining(two, { known }))).learnerId).toBe(learner.learnerId);
      const both = [one.classId, two.classId].sort();
      const { tenantId, learnerId } = learner;
      const of = await learners.memberships(tenantId, learnerId, null, 9);
      expect(of.map(({ classId }) => classId)).toEqual(both);
      expect(of[0]).toMatchObject({ className: 'Year 4, group B', joinedAt: NINE, leftAt: null });
      const rest = await learners.memberships(tenantId, learnerId, both[0] ?? null, 9);
      expect(rest.map(({ classId }) => classId)).toEqual(both.slice(1));
      expect(await learners.memberships('other-school', learnerId, null, 9)).toEqual([]);
      expect(await learners.find(tenantId, known, NINE)).toMatchObject({ learnerId });
      expect(await learners.find('other-school', known, NINE)).toBeUndefined();
    });

    it('keep the token of one class for another', async () => {
      const [one, two] = [await stored(), await stored()];
      const { learnerId } = joined(await learners.join(aJoining(one)));
      const more = aJoining(two, { known: { learnerId } });
      expect(joined(await learners.join(more)).learnerId).toBe(learnerId);
      expect(await learners.join(aJoining(two, { known: { learnerId: newId() } }))).toBe('erased');
    });

    it('decide, and nothing that was decided is written over', async () => {
      const given = await stored();
      const { tenantId, learnerId } = joined(await learners.join(aJoining(given)));
      const who = { learnerId };
      await learners.decide(tenantId, who, [keep(true)], NINE);
      await learners.decide(tenantId, who, [keep(true)], later(1));
      const decided = await learners.decide(tenantId, who, [keep(false)], NINE);
      expect(joined(decided).decisions).toEqual([{ ...keep(false), at: later(0.001) }]);
      const all = await learners.decisions(tenantId, learnerId, null, 9);
      expect(all.map(({ granted }) => granted)).toEqual([true, false]);
      expect(await learners.decisions(tenantId, learnerId, NINE, 9)).toEqual(all.slice(1));
      expect(await learners.decide(tenantId, { subject: 'nobody' }, [keep(true)], NINE)).toBeUndefined();
      expect(await learners.decisions('other-school', learnerId, null, 9)).toEqual([]);
    });

    it('are erased with all their rows, and the log is told once; an account can begin anew', async () => {
      const given = await stored();
      const { tenantId, classId } = given;
      const known = { subject: `student ${newId()}` };
      const guest = joined(await learners.join(aJoining(given, { consents: [keep(true)] })));
      const account = joined(await learners.join(aJoining(given, { known })));
      const token = { learnerId: guest.learnerId };
      const elsewhere = erased(account.learnerId, NINE, 'other-school');
      expect(await learners.erase(known, elsewhere)).toBeUndefined();
      expect(await learners.erase(token, erased(guest.learnerId))).toBe('erased');
      expect(await learners.wasErased(tenantId, account.learnerId)).toBe(false);
      expect(await learners.erase(known, erased(account.learnerId))).toBe('erased');
      for (const { learnerId } of [guest, account])
        expect(await learners.wasErased(tenantId, learnerId)).toBe(true);
      expect(await learners.wasErased('other-school', guest.learnerId)).toBe(false);
      expect((await told()).slice(-2)).toEqual([`learner:${guest.learnerId}`, known.subject]);
      for (const who of [token, known]) {
        expect(await learners.find(tenantId, who, NINE)).toBe('erased');
        expect(await learners.decide(tenantId, who, [keep(true)], NINE)).toBe('erased');
        expect(await learners.erase(who, erased(newId()))).toBe('erased');
      }
      const both = [guest, account].map(({ learnerId }) => erased(learnerId).recordId);
      expect((await logged()).slice(-2)).toEqual(both);
      expect(await classes.members(tenantId, classId, { limit: 9 })).toEqual([]);
      expect(await learners.decisions(tenantId, guest.learnerId, null, 9)).toEqual([]);
      const anew = joined(await learners.join(aJoining(given, { known })));
      expect(anew.learnerId).not.toBe(account.learnerId);
      expect(await learners.find(tenantId, known, NINE)).toMatchObject({ learnerId: anew.learnerId });
    });

    it('are deleted when they were not seen for long, and erasures are forgotten', async () => {
      const given = await stored();
      const { tenantId } = given;
      const known = { subject: `student ${newId()}` };
      const ago = later(-1_000_000);
      const lost = joined(await learners.join(aJoining(given, { at: ago, consents: [keep(true)] })));
      const seen = joined(await learners.join(aJoining(given, { at: ago })));
      const { learnerId } = joined(await learners.join(aJoining(given, { known, at: ago })));
      await learners.erase(known, erased(learnerId, ago));
      await learners.find(tenantId, { learnerId: seen.learnerId }, NINE);
      const before = { seen: later(-500_000), erased: later(-500_000) };
      const purged = await learners.purge(before, (of, id) => erased(id, NINE, of));
      expect((await logged()).at(-1)).toBe(erased(lost.learnerId).recordId);
      expect(purged).toMatchObject({ consents: 1, memberships: 1, learners: 1, erased_learners: 2 });
      expect(await learners.find(tenantId, lost, NINE)).toBe('erased');
      expect(await learners.find(tenantId, { learnerId: seen.learnerId }, NINE)).toMatchObject({
        lastSeenAt: NINE,
      });
      expect(await learners.find(tenantId, known, NINE)).toBeUndefined();
    });
  });
};
