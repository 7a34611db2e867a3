import { guestSubject, type AppendErasurePayload, type ConsentInput } from '@openrounds/contracts';
import { decisionsToAdd } from '../../src/model/consents';
import {
  type ClassChange,
  type ClassStore,
  type NewClass,
  type StoredClass,
  type StoredMember,
} from '../../src/ports/class-store';
import {
  type Decision,
  type Joining,
  type LearnerRef,
  type LearnerStore,
  type Membership,
  type StoredLearner,
} from '../../src/ports/learner-store';
import { type PurgedRows } from '../../src/ports/purged-rows';

type ClassRow = Omit<StoredClass, 'members'>;
type LearnerRow = Omit<StoredLearner, 'decisions'> & { readonly joinKeyHash: string | null };
interface MemberRow {
  readonly tenantId: string;
  readonly classId: string;
  readonly learnerId: string;
  readonly joinedAt: Date;
  readonly leftAt: Date | null;
}

/** Classes and learners in memory: they pass the suite that those in Postgres pass. */
export class MemoryPeople {
  private rows: ClassRow[] = [];
  private people: LearnerRow[] = [];
  private decided: (Decision & { readonly learnerId: string })[] = [];
  private members: MemberRow[] = [];
  private erasedAccounts: { readonly tenantId: string; readonly subject: string; readonly at: Date }[] = [];
  /** Whom the gateway was told to forget, in order. */
  readonly told: string[] = [];
  /** What the log was told, in order. */
  readonly records: AppendErasurePayload[] = [];

  readonly classes: ClassStore = {
    add: (given) => Promise.resolve(this.addClass(given)),
    find: (tenantId, classId) => Promise.resolve(this.shown(this.row(tenantId, classId))),
    findByCode: (code) => Promise.resolve(this.rows.find(({ joinCode }) => joinCode === code)),
    list: (tenantId, { of, limit, before }) =>
      Promise.resolve(
        this.rows
          .filter((each) => each.tenantId === tenantId && (before === undefined || each.classId < before))
          .filter((each) => {
            if (of.kind === 'all') return true;
            if (of.kind === 'staff') return each.staff.some(({ subject }) => subject === of.subject);
            return this.isIn(tenantId, each.classId, this.person(tenantId, of.learner)?.learnerId);
          })
          .sort((one, two) => (one.classId < two.classId ? 1 : -1))
          .slice(0, limit)
          .flatMap((each) => this.shown(each) ?? []),
      ),
    change: (tenantId, classId, decide) =>
      new Promise((resolve) => {
        resolve(this.changeClass(tenantId, classId, decide));
      }),
    staffOf: (tenantId, classId) =>
      Promise.resolve(this.row(tenantId, classId)?.staff.map(({ subject }) => subject) ?? []),
    taughtBy: (tenantId, subject) =>
      Promise.resolve(
        this.rows
          .filter((each) => each.tenantId === tenantId && each.staff.some((one) => one.subject === subject))
          .map(({ classId }) => classId),
      ),
    isMember: (tenantId, classId, learner) =>
      Promise.resolve(this.isIn(tenantId, classId, this.person(tenantId, learner)?.learnerId)),
    members: (tenantId, classId, { limit, after }) =>
      Promise.resolve(this.membersOf(tenantId, classId, after).slice(0, limit)),
    removeMember: (tenantId, classId, learnerId, at) => {
      const isIn = this.isIn(tenantId, classId, learnerId);
      this.members = this.members.map((each) =>
        isIn && each.classId === classId && each.learnerId === learnerId ? { ...each, leftAt: at } : each,
      );
      return Promise.resolve(isIn);
    },
    purge: (before) => Promise.resolve(this.purgeClasses(before)),
  };

  readonly learners: LearnerStore = {
    join: (given) => Promise.resolve(this.join(given)),
    find: (tenantId, learner, now) => {
      this.people = this.people.map((each) =>
        now !== null && each === this.person(tenantId, learner) ? { ...each, lastSeenAt: now } : each,
      );
      return Promise.resolve(this.learnerOrErased(tenantId, learner));
    },
    decide: (tenantId, learner, given, at) => {
      const row = this.person(tenantId, learner);
      if (row !== undefined) this.addDecisions(row.learnerId, given, at);
      return Promise.resolve(this.learnerOrErased(tenantId, learner));
    },
    decisions: (tenantId, learnerId, after, limit) =>
      Promise.resolve(
        this.decided
          .filter((each) => each.learnerId === learnerId && (after === null || each.at > after))
          .filter(() => this.person(tenantId, { learnerId }) !== undefined)
          .sort((one, two) => one.at.getTime() - two.at.getTime())
          .slice(0, limit)
          .map(({ learnerId: _of, ...decision }) => decision),
      ),
    memberships: (tenantId, learnerId, after, limit) =>
      Promise.resolve(this.membershipsOf(tenantId, learnerId, after).slice(0, limit)),
    wasErased: (tenantId, learnerId) => Promise.resolve(this.wasErased(tenantId, guestSubject(learnerId))),
    erase: (learner, record) => Promise.resolve(this.erase(learner, record)),
    purge: (before, recordOf) => Promise.resolve(this.purgeLearners(before, recordOf)),
  };

  private row(tenantId: string, classId: string): ClassRow | undefined {
    return this.rows.find((each) => each.tenantId === tenantId && each.classId === classId);
  }

  private shown(row: ClassRow | undefined): StoredClass | undefined {
    return row && { ...row, members: this.membersOf(row.tenantId, row.classId).length };
  }

  private addClass(given: NewClass): 'stored' | 'code-taken' {
    if (this.row(given.tenantId, given.classId) !== undefined) return 'stored';
    if (this.rows.some(({ joinCode }) => joinCode === given.joinCode)) return 'code-taken';
    this.rows.push({ ...given, archivedAt: null });
    return 'stored';
  }

  private changeClass(
    tenantId: string,
    classId: string,
    decide: (stored: StoredClass) => ClassChange | null,
  ): StoredClass | 'code-taken' | undefined {
    const row = this.row(tenantId, classId);
    const stored = this.shown(row);
    if (row === undefined || stored === undefined) return undefined;
    const { staff, joinCode, archivedAt } = decide(stored) ?? {};
    if (joinCode !== undefined && this.rows.some((each) => each.joinCode === joinCode)) return 'code-taken';
    const others = row.staff.filter(({ subject }) => subject !== staff?.subject);
    const all =
      staff === undefined || staff.role === 'none'
        ? others
        : [...others, { subject: staff.subject, role: staff.role }];
    const changed: ClassRow = {
      ...row,
      ...(joinCode === undefined ? {} : { joinCode }),
      ...(archivedAt === undefined ? {} : { archivedAt, joinCode: null }),
      staff: all.sort((one, two) => (one.subject < two.subject ? -1 : 1)),
    };
    this.rows = this.rows.map((each) => (each === row ? changed : each));
    return this.shown(changed);
  }

  private isIn(tenantId: string, classId: string, learnerId: string | undefined): boolean {
    return this.membersOf(tenantId, classId).some((each) => each.learnerId === learnerId);
  }

  private membersOf(tenantId: string, classId: string, after = ''): StoredMember[] {
    return this.members
      .filter((each) => each.tenantId === tenantId && each.classId === classId && each.leftAt === null)
      .filter(({ learnerId }) => learnerId > after)
      .sort((one, two) => (one.learnerId < two.learnerId ? -1 : 1))
      .flatMap(({ learnerId, joinedAt }) => {
        const row = this.person(tenantId, { learnerId });
        if (row === undefined) return [];
        return [{ learnerId, pseudonym: row.pseudonym, name: row.name, team: null, joinedAt }];
      });
  }

  private person(tenantId: string, learner: LearnerRef): LearnerRow | undefined {
    return this.people.find(
      (each) =>
        each.tenantId === tenantId &&
        ('learnerId' in learner ? each.learnerId === learner.learnerId : each.subject === learner.subject),
    );
  }

  private learnerOrErased(tenantId: string, learner: LearnerRef): StoredLearner | 'erased' | undefined {
    const row = this.person(tenantId, learner);
    if (row !== undefined) return this.storedOf(row);
    if ('learnerId' in learner) return 'erased';
    return this.wasErased(tenantId, learner.subject) ? 'erased' : undefined;
  }

  private wasErased(tenantId: string, subject: string): boolean {
    return this.erasedAccounts.some((each) => each.tenantId === tenantId && each.subject === subject);
  }

  private storedOf({ joinKeyHash: _joinKeyHash, ...row }: LearnerRow): StoredLearner {
    return { ...row, decisions: this.newest(row.learnerId) };
  }

  private newest(learnerId: string): Decision[] {
    const own = this.decided.filter((each) => each.learnerId === learnerId);
    const newest = new Map<string, Decision>();
    for (const { learnerId: _of, ...each } of own)
      if ((newest.get(each.purpose)?.at ?? new Date(0)) < each.at) newest.set(each.purpose, each);
    return [...newest.values()].sort((one, two) => (one.purpose < two.purpose ? -1 : 1));
  }

  private addDecisions(learnerId: string, given: readonly ConsentInput[], at: Date): void {
    const added = decisionsToAdd(this.newest(learnerId), given, at);
    this.decided.push(...added.map((each) => ({ ...each, learnerId })));
  }

  private join(given: Joining): StoredLearner | 'not-found' | 'class-full' | 'erased' {
    const { tenantId, classId, code, known, resumes, at, most } = given;
    if (this.row(tenantId, classId)?.joinCode !== code) return 'not-found';
    const found = this.knownLearner(given);
    if (found === undefined && known !== null && 'learnerId' in known) return 'erased';
    const member = this.members.find(
      (each) => each.classId === classId && each.learnerId === found?.learnerId,
    );
    if (resumes && member === undefined) return 'not-found';
    const isNew = member?.leftAt !== null;
    if (isNew && this.membersOf(tenantId, classId).length >= most) return 'class-full';
    const before = found ?? this.insert(given);
    const row = { ...before, name: given.name ?? before.name, lastSeenAt: at };
    this.people = this.people.map((each) => (each === before ? row : each));
    const { learnerId } = row;
    this.members = this.members.filter((each) => each !== member);
    const joinedAt = isNew ? at : (member?.joinedAt ?? at);
    this.members.push({ tenantId, classId, learnerId, joinedAt, leftAt: null });
    this.addDecisions(learnerId, given.consents, at);
    return this.storedOf(row);
  }

  private knownLearner({ tenantId, known, resumes, ...hashes }: Joining): LearnerRow | undefined {
    if (known !== null) return this.person(tenantId, known);
    return this.people.find(
      (each) =>
        each.tenantId === tenantId &&
        (resumes ? each.resumeHash === hashes.resumeHash : each.joinKeyHash === hashes.joinKeyHash),
    );
  }

  private insert({ tenantId, known, fresh, joinKeyHash, resumeHash, at }: Joining): LearnerRow {
    const subject = known === null || 'learnerId' in known ? null : known.subject;
    this.erasedAccounts = this.erasedAccounts.filter(
      (each) => each.tenantId !== tenantId || each.subject !== subject,
    );
    const guest = subject === null;
    const row: LearnerRow = {
      ...fresh,
      tenantId,
      subject,
      name: null,
      joinKeyHash: guest ? joinKeyHash : null,
      resumeHash: guest ? resumeHash : null,
      createdAt: at,
      lastSeenAt: at,
    };
    this.people.push(row);
    return row;
  }

  private membershipsOf(tenantId: string, learnerId: string, after: string | null): Membership[] {
    return this.members
      .filter((each) => each.tenantId === tenantId && each.learnerId === learnerId)
      .filter(({ classId }) => after === null || classId > after)
      .sort((one, two) => (one.classId < two.classId ? -1 : 1))
      .flatMap(({ classId, joinedAt, leftAt }) => {
        const of = this.row(tenantId, classId);
        if (of === undefined) return [];
        return [{ classId, className: of.name, language: of.language, team: null, joinedAt, leftAt }];
      });
  }

  private erase(learner: LearnerRef, record: AppendErasurePayload): 'erased' | undefined {
    const { tenantId } = record.meta;
    const at = new Date(record.at);
    const row = this.person(tenantId, learner);
    if (row === undefined)
      return this.learnerOrErased(tenantId, learner) === undefined ? undefined : 'erased';
    this.remove([row]);
    const { subject, learnerId } = row;
    for (const name of [guestSubject(learnerId), ...(subject === null ? [] : [subject])])
      this.erasedAccounts.push({ tenantId, subject: name, at });
    this.told.push(subject ?? guestSubject(learnerId));
    this.records.push(record);
    return 'erased';
  }

  private remove(rows: readonly LearnerRow[]): PurgedRows {
    const ids = new Set(rows.map(({ learnerId }) => learnerId));
    const isTheirs = ({ learnerId }: { readonly learnerId: string }): boolean => ids.has(learnerId);
    const counts = {
      consents: this.decided.filter(isTheirs).length,
      memberships: this.members.filter(isTheirs).length,
      learners: rows.length,
    };
    this.decided = this.decided.filter((each) => !isTheirs(each));
    this.members = this.members.filter((each) => !isTheirs(each));
    this.people = this.people.filter((each) => !isTheirs(each));
    return counts;
  }

  private purgeLearners(
    { seen, erased }: Parameters<LearnerStore['purge']>[0],
    recordOf: Parameters<LearnerStore['purge']>[1],
  ): PurgedRows {
    const gone = this.people.filter(({ lastSeenAt }) => lastSeenAt < seen);
    const counts = this.remove(gone);
    this.records.push(...gone.map(({ tenantId, learnerId }) => recordOf(tenantId, learnerId)));
    const old = this.erasedAccounts.filter(({ at }) => at < erased);
    this.erasedAccounts = this.erasedAccounts.filter((each) => !old.includes(each));
    return { ...counts, erased_learners: old.length };
  }

  private purgeClasses(before: Date): PurgedRows {
    const old = this.rows.filter(({ archivedAt }) => archivedAt !== null && archivedAt < before);
    const isOld = ({ classId }: { readonly classId: string }): boolean =>
      old.some((each) => each.classId === classId);
    const counts = {
      memberships: this.members.filter(isOld).length,
      class_staff: old.flatMap(({ staff }) => staff).length,
      classes: old.length,
    };
    this.members = this.members.filter((each) => !isOld(each));
    this.rows = this.rows.filter((each) => !isOld(each));
    return counts;
  }
}
