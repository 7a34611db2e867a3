import { isDeepStrictEqual } from 'node:util';
import { type AppendErasurePayload, type AppendRecordPayload, type CaseBody } from '@openrounds/contracts';
import { nextTimer, type Room } from '@openrounds/learning';
import {
  keyOf,
  type Agreed,
  type AnswerKey,
  type AnswerStore,
  type NewParticipant,
  type NewTally,
  type Chosen,
  type Part,
  type Participant,
  type Person,
  type Recorded,
  type StoredAnswer,
  type StoredScore,
  type StoredTally,
  type TallyReader,
} from '../../src/ports/answer-store';
import { type PurgedRows } from '../../src/ports/purged-rows';
import { type Decision } from '../../src/ports/learner-store';
import { type CommentStore, type StoredComment } from '../../src/ports/comment-store';
import {
  type ListedRoom,
  type NewRoom,
  type RoomChange,
  type RoomEvent,
  type RoomRef,
  type RoomStore,
  type StoredRoom,
} from '../../src/ports/room-store';

type Row = StoredRoom & { readonly body: CaseBody | undefined };

/** Rooms and answers in memory: pass the suites that those in Postgres pass. */
export class MemoryRooms implements RoomStore, AnswerStore, CommentStore {
  private readonly rows = new Map<string, Row>();
  private readonly participants = new Map<string, NewParticipant & RoomRef>();
  private readonly submissions = new Map<string, StoredAnswer & RoomRef>();
  private readonly counts = new Map<string, StoredTally & RoomRef>();
  private readonly scored = new Map<string, StoredScore & RoomRef>();
  private readonly said = new Map<string, StoredComment & RoomRef>();
  private tickedAt: Date | undefined;
  readonly events: (RoomEvent & { readonly seq: number })[] = [];
  readonly records: AppendRecordPayload[] = [];
  readonly erasures: AppendErasurePayload[] = [];
  /** Rooms whose listeners were told, in order. */
  readonly signals: string[] = [];

  add(
    { forecasts: _forecasts, ...given }: NewRoom,
    most: number,
  ): Promise<'stored' | 'too-many' | 'code-taken'> {
    if (this.rows.has(given.roomId)) return Promise.resolve('stored');
    const open = [...this.rows.values()].filter(({ room }) => room.state !== 'ended');
    if (open.filter(({ tenantId }) => tenantId === given.tenantId).length >= most)
      return Promise.resolve('too-many');
    if (open.some(({ room }) => room.code === given.room.code)) return Promise.resolve('code-taken');
    this.rows.set(given.roomId, given);
    return Promise.resolve('stored');
  }

  find(ref: RoomRef): Promise<StoredRoom | undefined> {
    return Promise.resolve(this.look(ref));
  }

  findByAddress(address: string): Promise<StoredRoom | undefined> {
    const endOf = ({ room }: Row): number => room.endedAt ?? Infinity;
    const [byCode] = [...this.rows.values()]
      .filter(({ room }) => room.code === address)
      .sort((one, two) => endOf(two) - endOf(one));
    const row = byCode ?? this.rows.get(address);
    return Promise.resolve(row && this.look(row));
  }

  readCase({ tenantId, roomId }: RoomRef): Promise<CaseBody | undefined> {
    const row = this.rows.get(roomId);
    return Promise.resolve(row?.tenantId === tenantId ? row.body : undefined);
  }

  list(
    tenantId: string,
    { of, limit, before, state, classId }: Parameters<RoomStore['list']>[1],
  ): Promise<readonly ListedRoom[]> {
    const rows = [...this.rows.values()]
      .filter((row) => row.tenantId === tenantId)
      .filter((row) => of.kind === 'all' || row.owner === of.owner || of.classIds.includes(row.classId ?? ''))
      .filter((row) => before === undefined || row.roomId < before)
      .filter((row) => state === undefined || row.room.state === state)
      .filter((row) => classId === undefined || row.classId === classId)
      .sort((one, two) => (one.roomId < two.roomId ? 1 : -1))
      .slice(0, limit);
    return Promise.resolve(rows.map(({ body, ...row }) => ({ ...row, title: body?.title ?? null })));
  }

  change(ref: RoomRef, decide: (stored: StoredRoom) => RoomChange | null): Promise<StoredRoom | undefined> {
    return Promise.resolve().then(() => {
      const stored = this.look(ref);
      if (stored === undefined) return undefined;
      const change = decide(stored);
      if (change === null) return stored;
      const { event, records = [], ...changed } = change;
      this.save(ref.roomId, changed);
      if (event !== undefined) this.events.push({ ...event, seq: change.room.seq });
      this.records.push(...records);
      return this.look(ref);
    });
  }

  due(now: Date): Promise<readonly RoomRef[]> {
    return Promise.resolve(
      [...this.rows.values()].filter(({ room }) => (nextTimer(room) ?? Infinity) <= now.getTime()),
    );
  }

  active(): Promise<readonly RoomRef[]> {
    return Promise.resolve(
      [...this.rows.values()].filter(
        ({ room, released }) => room.state === 'running' || (room.state === 'ended' && !released),
      ),
    );
  }

  rehearsing(): Promise<readonly RoomRef[]> {
    return Promise.resolve(
      [...this.rows.values()].filter(({ room }) => room.rehearsal !== undefined && room.state !== 'ended'),
    );
  }

  tick(now: Date, asleepMs: number, giveBack: (room: Room, lastTickAt: number) => Room): Promise<void> {
    const lastTickAt = this.tickedAt ?? now;
    if (now.getTime() - lastTickAt.getTime() > asleepMs) {
      for (const row of this.rows.values()) {
        if (row.room.state !== 'running') continue;
        const room = giveBack(row.room, lastTickAt.getTime());
        if (room !== row.room) this.save(row.roomId, { room });
      }
    }
    this.tickedAt = now > lastTickAt ? now : lastTickAt;
    return Promise.resolve();
  }

  releaseCase(tenantId: string, caseId: string): Promise<'released' | 'in-room'> {
    const these = [...this.rows.values()].filter((row) => row.tenantId === tenantId && row.caseId === caseId);
    if (these.some(({ room }) => room.state !== 'ended')) return Promise.resolve('in-room');
    for (const row of these) this.rows.set(row.roomId, { ...row, body: undefined });
    return Promise.resolve('released');
  }

  casesTakenBy(tenantId: string, subject: string): Promise<ReadonlySet<string>> {
    const wasIn = (ref: RoomRef): boolean =>
      this.inRoom(this.participants, ref).some((each) => each.subject === subject);
    const taken = [...this.rows.values()].filter(
      (row) =>
        row.tenantId === tenantId &&
        row.room.state !== 'lobby' &&
        ((row.owner === subject && row.room.rehearsal === undefined) || wasIn(row)),
    );
    return Promise.resolve(new Set(taken.map(({ caseId }) => caseId)));
  }

  casesInRooms(tenantId: string): Promise<readonly { caseId: string; classId: string | null }[]> {
    const running = [...this.rows.values()].filter(({ room }) => room.state === 'running');
    return Promise.resolve(running.filter((row) => row.tenantId === tenantId));
  }

  load(): Promise<{ rooms: number; participants: number }> {
    const open = [...this.rows.values()].filter(
      ({ room }) => room.endedAt === null && room.rehearsal === undefined,
    );
    const participants = open.flatMap((ref) => this.inRoom(this.participants, ref)).length;
    return Promise.resolve({ rooms: open.length, participants });
  }

  purge(
    { people, comments, rooms }: Parameters<RoomStore['purge']>[0],
    recordOf: Parameters<RoomStore['purge']>[1],
  ): Promise<PurgedRows> {
    const before = (moment: Date) => (ref: RoomRef) =>
      (this.rows.get(ref.roomId)?.room.endedAt ?? Infinity) < moment.getTime();
    const drop = (map: Map<string, RoomRef>, isOld: (ref: RoomRef) => boolean): number => {
      const old = [...map].filter(([, row]) => isOld(row));
      for (const [key] of old) map.delete(key);
      return old.length;
    };
    const ofPeople = { results: this.scored, submissions: this.submissions, participants: this.participants };
    const purged: Record<string, number> = {};
    for (const room of [...this.rows.values()].filter(before(people))) {
      const { length: participants } = this.inRoom(this.participants, room);
      const { length: answers } = this.inRoom(this.submissions, room);
      if (participants + answers > 0)
        this.erasures.push(recordOf.answers({ ...room, participants, answers }));
    }
    for (const [table, map] of Object.entries(ofPeople)) purged[table] = drop(map, before(people));
    const isOld = (ref: RoomRef): boolean => before(rooms)(ref);
    const said = [...this.said].filter(([, row]) => row.at < comments || isOld(row));
    for (const [key] of said) this.said.delete(key);
    purged['comments'] = said.length;
    purged['tallies'] = drop(this.counts, before(rooms));
    this.erasures.push(...[...this.rows.values()].filter(isOld).map(recordOf.room));
    purged['rooms'] = drop(this.rows, before(rooms));
    return Promise.resolve(purged);
  }

  join<T extends { readonly room: Room; readonly added: readonly NewParticipant[] }>(
    ref: RoomRef,
    { joinKeys, resumes }: Parameters<AnswerStore['join']>[1],
    seat: (stored: StoredRoom, known: readonly Participant[]) => T,
  ): Promise<T | undefined> {
    const stored = this.look(ref);
    if (stored === undefined) return Promise.resolve(undefined);
    const known = this.inRoom(this.participants, ref).filter(
      ({ joinKeyHash, resumeHash }) => joinKeys.includes(joinKeyHash) || resumes.includes(resumeHash),
    );
    const seated = seat(stored, known);
    const { tenantId, roomId } = ref;
    for (const each of seated.added) this.participants.set(each.participantId, { ...each, tenantId, roomId });
    if (seated.added.length > 0) this.save(roomId, { room: seated.room });
    return Promise.resolve(seated);
  }

  record(
    ref: RoomRef,
    participantIds: readonly string[],
    choose: (stored: StoredRoom, present: ReadonlyMap<string, number>) => Chosen,
  ): Promise<Recorded | undefined> {
    const stored = this.look(ref);
    if (stored === undefined) return Promise.resolve(undefined);
    const present = new Map(
      this.inRoom(this.participants, ref)
        .filter(({ participantId }) => participantIds.includes(participantId))
        .map(({ participantId, number }) => [participantId, number]),
    );
    const { write, look } = choose(stored, present);
    const written = new Set(write.filter((answer) => this.write(ref, answer)).map(keyOf));
    const kept = new Map(
      look.flatMap((key) => {
        const answer = this.submissions.get(keyOf(key));
        return answer === undefined
          ? []
          : [[keyOf(key), { revision: answer.revision, late: answer.late, number: answer.number }]];
      }),
    );
    return Promise.resolve({ stored, present, written, kept });
  }

  async tally(
    ref: RoomRef,
    roundId: string,
    make: (read: TallyReader) => Promise<NewTally | null>,
  ): Promise<'changed' | 'unchanged'> {
    const stored = this.look(ref);
    if (stored === undefined) return 'unchanged';
    const made = await make(this.reader(stored, roundId));
    if (made === null) return 'unchanged';
    const { scores, ...tally } = made;
    const { tenantId, roomId } = ref;
    if (scores !== null) this.saveScores(ref, { roundId, attempt: tally.attempt }, scores);
    const key = `${roundId}/${String(tally.attempt)}`;
    const before = this.counts.get(key);
    const seq = before?.seq ?? 0;
    const after = { ...tally, roundId, tenantId, roomId, seq };
    if (before !== undefined && isDeepStrictEqual(before, after)) return 'unchanged';
    this.counts.set(key, { ...after, seq: seq + 1 });
    this.signals.push(roomId);
    return 'changed';
  }

  revisions(
    ref: RoomRef,
    { roundId, attempt }: Pick<AnswerKey, 'roundId' | 'attempt'>,
  ): Promise<ReadonlyMap<string, number>> {
    const these = this.inRoom(this.submissions, ref).filter(
      (each) => each.roundId === roundId && each.attempt === attempt,
    );
    return Promise.resolve(new Map(these.map(({ participantId, revision }) => [participantId, revision])));
  }

  tallies(ref: RoomRef): Promise<readonly StoredTally[]> {
    return Promise.resolve(
      this.inRoom(this.counts, ref).map(({ tenantId: _t, roomId: _r, ...tally }) => tally),
    );
  }

  people(ref: RoomRef, participantIds: readonly string[]): Promise<readonly Person[]> {
    return Promise.resolve(
      this.everybody(ref).filter(({ participantId }) => participantIds.includes(participantId)),
    );
  }

  decisionsOf(ref: RoomRef, participantId: string): Promise<readonly Decision[]> {
    const own = this.inRoom(this.participants, ref).filter((each) => each.participantId === participantId);
    return Promise.resolve(own.flatMap(({ decisions }) => decisions));
  }

  peopleOf(ref: RoomRef, numbers: readonly number[]): Promise<readonly Person[]> {
    return Promise.resolve(this.everybody(ref).filter(({ number }) => numbers.includes(number)));
  }

  partsOf(_ref: RoomRef, teamIds: readonly string[]): Promise<ReadonlyMap<string, Part>> {
    const parts = teamIds.map(
      (id) =>
        [id, { answers: this.ownRows(this.submissions, id), scores: this.ownRows(this.scored, id) }] as const,
    );
    return Promise.resolve(new Map(parts.filter(([, { answers }]) => answers.length > 0)));
  }

  forgetTeams(_ref: RoomRef, teamIds: readonly string[]): Promise<void> {
    for (const map of [this.submissions, this.scored])
      for (const [key, each] of map) if (teamIds.includes(each.participantId)) map.delete(key);
    return Promise.resolve();
  }

  peopleAfter(ref: RoomRef, number: number, limit: number): Promise<readonly Person[]> {
    return Promise.resolve(
      this.everybody(ref)
        .filter((person) => person.number > number)
        .slice(0, limit),
    );
  }

  seatsOf(tenantId: string, subject: string, after: string | null, limit: number) {
    const own = [...this.participants.values()].filter(
      (each) =>
        each.tenantId === tenantId &&
        each.subject === subject &&
        (after === null || each.participantId > after),
    );
    const sorted = own.sort((one, two) => (one.participantId < two.participantId ? -1 : 1));
    return Promise.resolve(
      sorted.slice(0, limit).map(({ roomId, participantId }) => ({ roomId, participantId })),
    );
  }

  agree(
    ref: RoomRef,
    participantId: string,
    decide: (agreed: Agreed) => readonly Decision[],
  ): Promise<Agreed | undefined> {
    const row = this.inRoom(this.participants, ref).find((each) => each.participantId === participantId);
    if (row === undefined) return Promise.resolve(undefined);
    const newest = (all: readonly Decision[]): Decision[] =>
      all.filter((one) => !all.some((two) => two.purpose === one.purpose && two.at > one.at));
    const added = decide({ decisions: newest(row.decisions), ofLearner: row.subject !== null });
    const leaves = added.some(({ purpose, granted }) => purpose === 'keep' && !granted);
    const after = {
      ...row,
      decisions: [...row.decisions, ...added],
      subject: leaves ? null : row.subject,
    };
    this.participants.set(participantId, after);
    return Promise.resolve({ decisions: newest(after.decisions), ofLearner: after.subject !== null });
  }

  forget(
    ref: RoomRef,
    participantId: string,
    recordOf: Parameters<AnswerStore['forget']>[2],
  ): Promise<{ number: number } | undefined> {
    const row = this.inRoom(this.participants, ref).find((each) => each.participantId === participantId);
    if (row === undefined) return Promise.resolve(undefined);
    this.participants.delete(participantId);
    const answers = this.inRoom(this.submissions, ref).filter((each) => each.participantId === participantId);
    this.erasures.push(recordOf(answers.length));
    for (const map of [this.submissions, this.scored, this.said])
      for (const [key, each] of map) if (each.participantId === participantId) map.delete(key);
    return Promise.resolve({ number: row.number });
  }

  addComment(
    ref: RoomRef,
    commentId: string,
    decide: Parameters<CommentStore['addComment']>[2],
  ): Promise<StoredComment | undefined> {
    return Promise.resolve().then(() => {
      const stored = this.look(ref);
      const known = this.said.get(commentId);
      if (stored === undefined || known !== undefined) return known && withoutRef(known);
      const { room, comment } = decide(stored);
      const { tenantId, roomId } = ref;
      this.said.set(commentId, { ...comment, tenantId, roomId });
      this.save(roomId, { room });
      return comment;
    });
  }

  commentsBefore(ref: RoomRef, before = Infinity, limit: number): Promise<readonly StoredComment[]> {
    const older = this.inRoom(this.said, ref).filter(({ number }) => number < before);
    const sorted = older.sort((one, two) => two.number - one.number);
    return Promise.resolve(sorted.slice(0, limit).map(withoutRef));
  }

  commentsOfSubject(tenantId: string, subject: string, after: string | null, limit: number) {
    const own = [...this.said.values()].filter(
      ({ participantId, commentId }) =>
        this.participants.get(participantId ?? '')?.subject === subject &&
        (after === null || commentId > after),
    );
    const sorted = own
      .filter((each) => each.tenantId === tenantId)
      .sort((one, two) => (one.commentId < two.commentId ? -1 : 1));
    return Promise.resolve(
      sorted.slice(0, limit).map((each) => ({ ...withoutRef(each), roomId: each.roomId })),
    );
  }

  private look({ tenantId, roomId }: RoomRef): StoredRoom | undefined {
    const row = this.rows.get(roomId);
    if (row?.tenantId !== tenantId) return undefined;
    const { body: _body, ...stored } = row;
    return stored;
  }

  private save(roomId: string, changed: Partial<StoredRoom>): void {
    const row = this.rows.get(roomId);
    if (row === undefined) return;
    this.rows.set(roomId, { ...row, ...changed });
    this.signals.push(roomId);
  }

  private write({ tenantId, roomId }: RoomRef, answer: StoredAnswer): boolean {
    const before = this.submissions.get(keyOf(answer));
    const replaces =
      before === undefined || (answer.revision > before.revision && (before.late || !answer.late));
    if (replaces) this.submissions.set(keyOf(answer), { ...answer, tenantId, roomId });
    return replaces;
  }

  private reader(stored: StoredRoom, roundId: string): TallyReader {
    const of = (attempt: number) =>
      this.inRoom(this.submissions, stored).filter(
        (each) => each.roundId === roundId && each.attempt === attempt,
      );
    return {
      stored,
      count: (attempt, gone) => {
        const there = of(attempt).filter(({ number }) => !gone.includes(number));
        const late = there.filter((each) => each.late).length;
        return Promise.resolve({ inTime: there.length - late, late });
      },
      answers: (attempt) => Promise.resolve(of(attempt).map(withoutRef)),
      scores: () => Promise.resolve(this.inRoom(this.scored, stored).map(withoutRef)),
      members: () =>
        Promise.resolve(
          new Map(
            this.inRoom(this.participants, stored).map(
              ({ number, participantId }) => [number, participantId] as const,
            ),
          ),
        ),
    };
  }

  private saveScores(
    { tenantId, roomId }: RoomRef,
    { roundId, attempt }: Pick<AnswerKey, 'attempt' | 'roundId'>,
    scores: readonly StoredScore[],
  ): void {
    for (const [key, each] of this.scored)
      if (each.roundId === roundId && each.attempt === attempt) this.scored.delete(key);
    for (const score of scores) this.scored.set(keyOf(score), { ...score, tenantId, roomId });
  }

  private everybody(ref: RoomRef): Person[] {
    return this.inRoom(this.participants, ref)
      .sort((one, two) => one.number - two.number)
      .map(({ participantId, number, name }) => ({
        participantId,
        number,
        name,
        team: null,
        answers: this.ownRows(this.submissions, participantId),
        scores: this.ownRows(this.scored, participantId),
      }));
  }

  private ownRows<Row extends RoomRef & { readonly participantId: string }>(
    map: ReadonlyMap<string, Row>,
    participantId: string,
  ): Omit<Row, keyof RoomRef>[] {
    return [...map.values()].filter((row) => row.participantId === participantId).map(withoutRef);
  }

  private inRoom<Row extends RoomRef>(map: ReadonlyMap<string, Row>, { tenantId, roomId }: RoomRef): Row[] {
    return [...map.values()].filter((row) => row.tenantId === tenantId && row.roomId === roomId);
  }
}

const withoutRef = <Row extends RoomRef>({
  tenantId: _tenantId,
  roomId: _roomId,
  ...row
}: Row): Omit<Row, keyof RoomRef> => row;
