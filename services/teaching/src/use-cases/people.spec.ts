import { type Asker, type ExportCursor, type ExportLine, type GivenClassJoin } from '@openrounds/contracts';
import { Metrics, newId } from '@openrounds/platform';
import { facts } from '@openrounds/testing';
import { MemoryPeople } from '../../test/doubles/memory-people';
import { ADMIN, AUTHOR, COLLEAGUE, META } from '../../test/fixtures/cases';
import { aJoin, aList, Hall, submission, TENANT } from '../../test/fixtures/rooms';
import { type StoredRoleRequest } from '../ports/role-request-store';
import { ActOnClass, type ClassAct } from './act-on-class';
import { CreateClass } from './create-class';
import { EraseMe } from './erase-me';
import { ExportMe } from './export-me';
import { JoinClass } from './join-class';
import { ListClasses } from './list-classes';
import { ListMembers } from './list-members';
import { OpenClass } from './open-class';
import { PurgePeople } from './purge-people';
import { ReadMe } from './read-me';

const STUDENT: Asker = { subject: 'student', role: 'student' };
const guestOf = (learnerId: string): Asker => ({
  subject: `learner:${learnerId}`,
  role: 'student',
  learnerId,
});
const YEAR_SECONDS = 365 * 86_400;

const AT = new Date('2026-11-20T09:00:00.000Z');
const generatedBy = { model: 'a-model', promptVersion: '1' };
const A_REQUEST = {
  ...{ id: newId(), aboutId: newId(), language: 'en' as const, participantId: null },
  ...{ roundId: null, number: null, createdAt: AT, completedAt: AT, fault: null, released: null },
};
const A_QUESTION: StoredRoleRequest<'patient'> = {
  ...A_REQUEST,
  asked: {
    language: 'en',
    facts: facts.build(),
    sentences: [],
    question: 'Is it the stairs?',
    withheld: ['PE'],
  },
  said: {
    sentences: [{ text: 'Yes, stairs.', statements: [{ id: '1.1', text: 'Worse on stairs.' }] }],
    dropped: {},
    generatedBy,
  },
};
const A_FEEDBACK: StoredRoleRequest<'feedback-drafter'> = {
  ...A_REQUEST,
  ...{ roundId: newId(), number: 2 },
  asked: { language: 'en', representation: 'A woman with a cough.', rubric: ['Onset'] },
  said: { criteria: [], dropped: {}, generatedBy },
  released: {
    criteria: [{ criterion: 'Onset', judgement: 'missing', advice: 'Say since when.' }],
    releasedAt: AT,
  },
};

class WithAdmin {
  constructor(readonly adminIsStaff: boolean) {}
}

/** Classes and learners over everything in memory, beside rooms. */
class School extends WithAdmin {
  readonly hall = Hall.inMemory();
  readonly people = new MemoryPeople();
  readonly metrics = new Metrics('teaching');
  private readonly classes = this.people.classes;
  private readonly learners = this.people.learners;
  readonly open = new OpenClass(this.classes, this.adminIsStaff);
  readonly create = new CreateClass(this.classes);
  readonly list = new ListClasses(this.classes, this.adminIsStaff);
  readonly members = new ListMembers(this.classes, this.open);
  readonly acts = new ActOnClass(this.classes, this.open, this.hall.clock);
  readonly joins = new JoinClass(this.classes, this.learners, this.hall.clock);
  /** What learners asked patients, by ids that ascend. */
  readonly questions: { readonly id: string; readonly by: string }[] = [];
  /** What was released to participants. */
  readonly feedback: StoredRoleRequest<'feedback-drafter'>[] = [];
  readonly me = new ReadMe(this.learners, this.hall.clock);
  readonly export = new ExportMe(
    this.learners,
    this.hall.memory,
    this.hall.memory,
    { ofLearner: () => Promise.resolve([]) },
    {
      askedBy: (_tenantId, learnerId, { limit, after }) =>
        Promise.resolve(
          this.questions
            .filter(({ by, id }) => by === learnerId && id > (after ?? ''))
            .slice(0, limit)
            .map((each) => ({ ...A_QUESTION, ...each })),
        ),
      releasedTo: (_tenantId, participantIds) =>
        Promise.resolve(this.feedback.filter((each) => participantIds.includes(each.participantId ?? ''))),
    },
    this.hall.clock,
  );
  readonly erase = new EraseMe(this.learners, this.hall.memory, this.hall.forget, this.hall.clock);
  readonly purge = new PurgePeople(
    this.classes,
    this.learners,
    { learner: 2 * YEAR_SECONDS, class: YEAR_SECONDS },
    this.hall.clock,
    this.metrics,
  );
  private keys = 0;

  constructor(adminIsStaff = false) {
    super(adminIsStaff);
  }

  async made(by = AUTHOR): Promise<string> {
    const classId = newId();
    const given = { name: 'Year 4', language: 'en', practiceUnreviewed: false } as const;
    await this.create.execute(TENANT, classId, by, given);
    return classId;
  }

  act(classId: string, act: ClassAct, by = AUTHOR): Promise<void> {
    return this.acts.execute({ tenantId: TENANT, by, classId, act });
  }

  async codeOf(classId: string): Promise<string> {
    return (await this.classes.find(TENANT, classId))?.joinCode ?? '';
  }

  async join(classId: string, changes: Partial<GivenClassJoin> = {}) {
    this.keys += 1;
    const given: GivenClassJoin = {
      consents: [],
      name: null,
      subject: null,
      learnerId: null,
      joinKeyHash: `key ${String(this.keys)}`,
      resumeHash: `resume ${String(this.keys)}`,
      resumes: false,
      ...changes,
    };
    return this.joins.execute({ tenantId: TENANT, classId, code: await this.codeOf(classId), given });
  }

  async exported(by: Asker, of?: string): Promise<ExportLine[]> {
    const lines: ExportLine[] = [];
    let from: ExportCursor | null = { part: 0, after: null };
    while (from !== null) {
      const page: Awaited<ReturnType<ExportMe['execute']>> = await this.export.execute(TENANT, by, from, of);
      lines.push(...page.lines);
      from = page.next;
    }
    return lines;
  }
}

describe('classes and learners', () => {
  let school: School;
  const code = (code_: string) => expect.objectContaining({ code: code_ });

  beforeEach(() => {
    school = new School();
  });

  describe('a class', () => {
    it('is shown whole to its staff and without people to its students', async () => {
      const classId = await school.made();
      await school.join(classId, { subject: STUDENT.subject });
      const whole = await school.open.show(TENANT, classId, AUTHOR);
      expect(whole).toMatchObject({
        as: 'teacher',
        members: 1,
        staff: [{ subject: AUTHOR.subject, role: 'teacher' }],
        joinCode: expect.stringMatching(/^[0-9A-Z]{8}$/),
      });
      expect(await school.open.show(TENANT, classId, STUDENT)).toEqual({
        ...whole,
        as: 'member',
        members: null,
        staff: null,
        joinCode: null,
      });
      await expect(school.open.show(TENANT, classId, COLLEAGUE)).rejects.toEqual(code('forbidden'));
      await expect(school.open.show('elsewhere', classId, AUTHOR)).rejects.toEqual(code('not-found'));
      const stranger = { ...STUDENT, subject: 'stranger' };
      await expect(school.open.show(TENANT, classId, stranger)).rejects.toEqual(code('not-found'));
    });

    it.each([
      [true, 'teacher'],
      [false, undefined],
    ])('has the administrator as staff: %p', async (adminIsStaff, as) => {
      school = new School(adminIsStaff);
      const classId = await school.made();
      const listed = await school.list.execute({ tenantId: TENANT, by: ADMIN, limit: 9 });
      expect(listed.items.map((each) => each.as)).toEqual(as === undefined ? [] : [as]);
      const shown = school.open.show(TENANT, classId, ADMIN);
      if (as === undefined) await expect(shown).rejects.toEqual(code('forbidden'));
      else expect((await shown).as).toBe(as);
    });

    it('is listed page by page to those who are of it', async () => {
      const ids = [await school.made(), await school.made(), await school.made(COLLEAGUE)];
      await school.join(ids[2] ?? '', { subject: STUDENT.subject });
      const page = async (by: Asker, limit: number, before?: string) => {
        const { items, more } = await school.list.execute({ tenantId: TENANT, by, limit, before });
        return [items.map(({ id }) => id), more];
      };
      expect(await page(AUTHOR, 1)).toEqual([[ids[1]], true]);
      expect(await page(AUTHOR, 1, ids[1])).toEqual([[ids[0]], false]);
      expect(await page(STUDENT, 9)).toEqual([[ids[2]], false]);
    });

    it('names its members to staff alone', async () => {
      const classId = await school.made();
      const { learner } = await school.join(classId, { name: 'Zhang San' });
      const wanted = { tenantId: TENANT, classId, limit: 9 };
      const { items, more } = await school.members.execute({ ...wanted, by: AUTHOR });
      expect([items, more]).toMatchObject([[{ learnerId: learner.id, name: 'Zhang San' }], false]);
      for (const by of [guestOf(learner.id), COLLEAGUE])
        await expect(school.members.execute({ ...wanted, by })).rejects.toEqual(code('forbidden'));
    });

    it('is changed by its teachers, not by assistants', async () => {
      const classId = await school.made();
      const { subject } = COLLEAGUE;
      await school.act(classId, { kind: 'staff', subject, role: 'assistant' });
      expect((await school.open.show(TENANT, classId, COLLEAGUE)).as).toBe('assistant');
      await expect(school.act(classId, { kind: 'new-code' }, COLLEAGUE)).rejects.toEqual(code('forbidden'));
      await school.act(classId, { kind: 'staff', subject, role: 'teacher' });
      await school.act(classId, { kind: 'staff', subject: AUTHOR.subject, role: 'none' }, COLLEAGUE);
      await expect(school.act(classId, { kind: 'new-code' })).rejects.toEqual(code('forbidden'));
    });

    it('keeps a teacher', async () => {
      const classId = await school.made();
      const last = { kind: 'staff', subject: AUTHOR.subject } as const;
      for (const role of ['none', 'assistant'] as const)
        await expect(school.act(classId, { ...last, role })).rejects.toMatchObject({
          code: 'invalid-request',
          errors: [{ pointer: '/role', code: 'last-teacher' }],
        });
      await school.act(classId, { kind: 'staff', subject: 'nobody', role: 'none' });
    });

    it('is closed to all when it is archived, once', async () => {
      const classId = await school.made();
      const old = await school.codeOf(classId);
      await school.act(classId, { kind: 'new-code' });
      await expect(school.joins.find(old)).rejects.toEqual(code('not-found'));
      expect(await school.joins.find(await school.codeOf(classId))).toEqual({ classId, tenantId: TENANT });
      await school.act(classId, { kind: 'archive' });
      const { archivedAt } = await school.open.show(TENANT, classId, AUTHOR);
      school.hall.after(60);
      await school.act(classId, { kind: 'archive' });
      expect((await school.open.show(TENANT, classId, AUTHOR)).archivedAt).toBe(archivedAt);
      await expect(school.act(classId, { kind: 'new-code' })).rejects.toEqual(code('class-archived'));
      await expect(school.join(classId)).rejects.toEqual(code('not-found'));
    });

    it('lets a learner go', async () => {
      const classId = await school.made();
      const { learner } = await school.join(classId);
      const remove = { kind: 'remove-member', learnerId: learner.id } as const;
      await school.act(classId, remove);
      await expect(school.act(classId, remove)).rejects.toEqual(code('not-found'));
      expect((await school.me.execute(TENANT, guestOf(learner.id))).classes).toEqual([]);
    });
  });

  describe('a learner', () => {
    it('is told whether the code that was made up is the one to come back by', async () => {
      const classId = await school.made();
      const first = await school.join(classId, { joinKeyHash: 'mine', resumeHash: 'first' });
      expect(first).toMatchObject({ account: false, isResumedBy: true, class: { name: 'Year 4' } });
      const again = await school.join(classId, { joinKeyHash: 'mine', resumeHash: 'another' });
      expect(again).toMatchObject({ learner: first.learner, isResumedBy: false });
      const account = await school.join(classId, { subject: STUDENT.subject });
      expect(account).toMatchObject({ account: true, isResumedBy: false });
    });

    it('is told what is held, and decides', async () => {
      const classId = await school.made();
      await expect(school.me.execute(TENANT, STUDENT)).rejects.toEqual(code('not-found'));
      await school.join(classId, { subject: STUDENT.subject, name: 'Zhang San' });
      const me = await school.me.execute(TENANT, STUDENT);
      expect(me).toMatchObject({
        name: 'Zhang San',
        account: true,
        classes: [{ id: classId, name: 'Year 4' }],
      });
      expect(me.consents.map(({ granted }) => granted)).toEqual([true, false, false]);
      const decided = await school.me.decide(TENANT, STUDENT, [
        { purpose: 'keep', granted: false, textVersion: 2 },
      ]);
      expect(decided.consents[0]).toMatchObject({ purpose: 'keep', granted: false, textVersion: 2 });
    });

    const RESEARCH = { purpose: 'research' as const, granted: true, textVersion: 1 };
    /** Somebody who sits in a room with others and has answered. */
    const inRoom = async (subject: string, others: number) => {
      const { hall } = school;
      const roomId = await hall.open();
      await hall.seats(roomId, others);
      const [seat] = await hall.join.execute({ tenantId: TENANT, roomId }, [
        aJoin(roomId, { subject, consents: [RESEARCH] }),
      ]);
      if (seat?.ok !== true) throw new Error('no seat');
      const [roundId = ''] = await hall.roundIds(roomId);
      await hall.act(roomId, { type: 'open', roundId });
      await hall.send(roomId, submission(roundId, seat.participantId, { number: seat.number }));
      return { roomId, ...seat };
    };

    it('takes everything along, part by part, own words included', async () => {
      const classId = await school.made();
      const consents = [{ purpose: 'class', granted: true, textVersion: 1 }] as const;
      const { learner } = await school.join(classId, { name: 'Zhang San', consents: [...consents] });
      const by = guestOf(learner.id);
      const { roomId, participantId } = await inRoom(by.subject, 1);
      await inRoom(by.subject, 1);
      await inRoom('somebody else', 1);
      const lines = await school.exported(by);
      expect(lines.map(({ kind }) => kind)).toEqual(['learner', 'consent', 'membership', 'room', 'room']);
      expect(lines[0]).toMatchObject({ id: learner.id, name: 'Zhang San' });
      expect(lines[3]).toMatchObject({
        roomId,
        participantId,
        answers: [{ answer: aList() }],
        consents: [RESEARCH],
      });
      expect((await school.export.execute(TENANT, by, { part: 99, after: null })).next).toBeNull();
    });

    it('takes along what patients answered, page by page, and what teachers released', async () => {
      const { learner } = await school.join(await school.made());
      const by = guestOf(learner.id);
      const { roomId, participantId } = await inRoom(by.subject, 1);
      const ids = Array.from({ length: 12 }, () => newId());
      school.questions.push({ by: newId(), id: newId() }, ...ids.map((id) => ({ by: learner.id, id })));
      school.feedback.push({ ...A_FEEDBACK, participantId: newId() }, { ...A_FEEDBACK, participantId });
      const lines = (await school.exported(by)).slice(-13);
      expect(lines.map(({ kind }) => kind)).toEqual([...ids.map(() => 'patient-question'), 'feedback']);
      expect(lines[0]).toEqual({
        kind: 'patient-question',
        ...{ attemptId: A_QUESTION.aboutId, question: 'Is it the stairs?', said: A_QUESTION.said },
        askedAt: AT.toISOString(),
      });
      expect(lines.at(-1)).toEqual({
        kind: 'feedback',
        ...{ roomId, roundId: A_FEEDBACK.roundId, criteria: A_FEEDBACK.released?.criteria },
        ...{ releasedAt: AT.toISOString(), draftedBy: generatedBy },
      });
      const withheld = (await school.exported(ADMIN, learner.id)).slice(-2);
      expect(withheld).toMatchObject([
        { question: '[withheld]', said: A_QUESTION.said },
        { criteria: [{ judgement: 'missing', advice: '[withheld]' }] },
      ]);
    });

    it('is given out by an administrator without what they wrote, and is not seen by that', async () => {
      const { learner } = await school.join(await school.made(), { name: 'Zhang San' });
      await inRoom(guestOf(learner.id).subject, 1);
      const own = JSON.stringify(await school.exported(guestOf(learner.id)));
      const lines = await school.exported(ADMIN, learner.id);
      expect(own).toContain('Zhang San');
      expect(own).toContain('something in her chest');
      expect(lines[0]).toMatchObject({ kind: 'learner', id: learner.id, name: null });
      expect(lines.at(-1)).toMatchObject({
        name: null,
        answers: [{ answer: { entries: [{}, {}, { text: '[withheld]', points: 5 }] } }],
      });
      expect(JSON.stringify(lines)).not.toMatch(/Zhang San|in her chest/);
    });

    it('is erased by an administrator, and by nobody else', async () => {
      const classId = await school.made();
      const { learner } = await school.join(classId, { subject: STUDENT.subject });
      const { roomId, participantId } = await inRoom(STUDENT.subject, 1);
      await expect(school.erase.execute(META, AUTHOR, learner.id)).rejects.toEqual(code('forbidden'));
      await expect(school.exported(AUTHOR, learner.id)).rejects.toEqual(code('forbidden'));
      await expect(school.erase.execute(META, ADMIN, newId())).rejects.toEqual(code('not-found'));
      await school.erase.execute(META, ADMIN, learner.id);
      expect(await school.hall.memory.people({ tenantId: TENANT, roomId }, [participantId])).toEqual([]);
      expect(school.people.told).toEqual([STUDENT.subject]);
      expect(school.people.records).toMatchObject([
        { meta: META, kind: 'learner-erased', by: 'administrator' },
      ]);
      await expect(school.me.execute(TENANT, STUDENT)).rejects.toEqual(code('learner-erased'));
      await expect(school.exported(ADMIN, learner.id)).rejects.toEqual(code('learner-erased'));
      await expect(school.erase.execute(META, ADMIN, learner.id)).rejects.toEqual(code('learner-erased'));
    });

    it('takes along more than one page of decisions', async () => {
      const { learner } = await school.join(await school.made());
      const by = guestOf(learner.id);
      for (let each = 0; each < 250; each += 1)
        await school.me.decide(TENANT, by, [{ purpose: 'class', granted: each % 2 === 0, textVersion: 1 }]);
      const decisions = (await school.exported(by)).filter(({ kind }) => kind === 'consent');
      expect(decisions).toHaveLength(250);
    });

    it('is erased from classes and rooms, and told so ever after', async () => {
      const classId = await school.made();
      const { learner } = await school.join(classId);
      const by = guestOf(learner.id);
      const { roomId, participantId } = await inRoom(by.subject, 2);
      const other = await inRoom('somebody else', 2);
      await school.erase.execute(META, by);
      const people = (id: string, of: string) =>
        school.hall.memory.people({ tenantId: TENANT, roomId: of }, [id]);
      expect(await people(participantId, roomId)).toEqual([]);
      expect(await people(other.participantId, other.roomId)).toHaveLength(1);
      expect((await school.open.show(TENANT, classId, AUTHOR)).members).toBe(0);
      expect(school.people.told).toEqual([by.subject]);
      const [record, ...others] = school.people.records;
      expect(others).toEqual([]);
      expect(record).toMatchObject({ kind: 'learner-erased', by: 'self', subject: record?.recordId });
      expect(JSON.stringify(record)).not.toContain(learner.id);
      const after = [school.me.execute(TENANT, by), school.erase.execute(META, by), school.exported(by)];
      for (const each of after) await expect(each).rejects.toEqual(code('learner-erased'));
      await expect(school.join(classId, { learnerId: learner.id })).rejects.toEqual(code('learner-erased'));
    });
  });

  it('purges what was kept long enough, and counts it', async () => {
    const [old, young] = [await school.made(), await school.made()];
    await school.join(old);
    await school.act(old, { kind: 'archive' });
    school.hall.after(1.5 * YEAR_SECONDS);
    const { learner } = await school.join(young);
    expect(await school.purge.execute()).toBe(3);
    school.hall.after(YEAR_SECONDS);
    expect(await school.purge.execute()).toBe(1);
    expect(await school.purge.execute()).toBe(0);
    expect(school.people.records).toMatchObject([{ kind: 'learner-erased', by: 'retention' }]);
    expect(await school.me.execute(TENANT, guestOf(learner.id))).toMatchObject({ id: learner.id });
    const counted = await school.metrics.registry.getSingleMetricAsString('openrounds_purged_rows_total');
    for (const [table, rows] of Object.entries({ classes: 1, class_staff: 1, memberships: 1, learners: 1 }))
      expect(counted).toContain(`{table="${table}",service="teaching"} ${String(rows)}`);
  });
});
