import { newId } from '@openrounds/platform';
import { answersErased, participantErased, roomErased } from '../../src/model/erasure-records';
import { type AnswerStore, type NewTally } from '../../src/ports/answer-store';
import { type CommentStore } from '../../src/ports/comment-store';
import { type AnsweredRoom, type NewRoom, type RoomRef, type RoomStore } from '../../src/ports/room-store';
import { aList, aRoom, hash } from '../fixtures/rooms';

const NOW = new Date('2026-11-20T09:00:00.000Z');
const at = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);

const metaOf = ({ tenantId }: RoomRef) => ({ tenantId, requestId: 'r' });
const erasedRoom = {
  answers: (room: AnsweredRoom) => answersErased(metaOf(room), room, NOW),
  room: (ref: RoomRef) => roomErased(metaOf(ref), ref, NOW),
};
const forgotten = (ref: RoomRef, participantId: string) => (answers: number) =>
  participantErased(metaOf(ref), { ...ref, participantId, answers }, { by: 'self', at: NOW });

/** The account of somebody who is called so. */
const SUBJECT_OF = (name: string): string => `account-of-${name}`;

/** What every store of rooms and answers does; `logged` gives the ids of records for the log. */
export const itKeepsRooms = (
  open: () => {
    readonly rooms: RoomStore;
    readonly answers: AnswerStore;
    readonly comments: CommentStore;
    readonly logged: () => Promise<readonly string[]>;
  },
): void => {
  let rooms: RoomStore;
  let answers: AnswerStore;
  let comments: CommentStore;
  let logged: () => Promise<readonly string[]>;

  beforeAll(() => {
    ({ rooms, answers, comments, logged } = open());
  });

  const added = async (given: NewRoom = aRoom()): Promise<NewRoom> => {
    expect(await rooms.add(given, 50)).toBe('stored');
    return given;
  };

  /** Seats people under the next numbers. */
  const seated = async (ref: RoomRef, names: readonly string[]): Promise<string[]> => {
    const result = await answers.join(ref, { joinKeys: [], resumes: [] }, ({ room }) => {
      const newcomers = names.map((name, place) => ({
        participantId: newId(),
        number: room.nextNumber + place,
        joinKeyHash: hash(name),
        resumeHash: hash(`${name}9`),
        subject: SUBJECT_OF(name),
        language: 'en' as const,
        name: `Name of ${name}`,
        joinedAt: NOW,
        decisions: [{ purpose: 'keep' as const, granted: true, textVersion: 1, at: NOW }],
      }));
      return { room: { ...room, nextNumber: room.nextNumber + names.length }, added: newcomers };
    });
    return result?.added.map(({ participantId }) => participantId) ?? [];
  };

  const write = (
    { roomId, tenantId, room }: NewRoom,
    participantId: string,
    changes: { revision: number; late?: boolean; receivedAt?: Date; points?: number; number?: number },
  ) => {
    const roundId = room.rounds[0]?.id ?? '';
    const key = { roundId, attempt: 1, participantId };
    const { revision, late = false, receivedAt = NOW, points = 55, number = 1 } = changes;
    const answer = { ...key, number, revision, late, committedAt: NOW, receivedAt, answer: aList(points) };
    return answers.record({ tenantId, roomId }, [participantId], () => ({ write: [answer], look: [key] }));
  };

  const kept = async ({ tenantId, roomId }: NewRoom, participantId: string) =>
    (await answers.people({ tenantId, roomId }, [participantId]))[0]?.answers.map(
      ({ revision, late, answer }) => [revision, late, answer],
    );

  describe('rooms', () => {
    it('stores a room once, and finds it by its id for its tenant alone', async () => {
      const given = await added();
      await added(given);
      const { body, forecasts: _forecasts, ...stored } = given;
      expect(await rooms.find(given)).toEqual(stored);
      expect(await rooms.find({ ...given, tenantId: 'elsewhere' })).toBeUndefined();
      expect(await rooms.readCase(given)).toEqual(body);
      expect(await rooms.readCase({ ...given, tenantId: 'elsewhere' })).toBeUndefined();
    });

    it('gives a code to one room at a time, and to a tenant no more rooms than it may have', async () => {
      const given = await added(aRoom({ tenantId: 'full' }));
      const sameCode = { ...aRoom(), room: given.room };
      expect(await rooms.add(sameCode, 50)).toBe('code-taken');
      expect(await rooms.add(aRoom({ tenantId: 'full' }), 1)).toBe('too-many');
      expect((await rooms.findByAddress(given.room.code))?.roomId).toBe(given.roomId);
      const ended = { ...given.room, state: 'ended' as const, endedAt: NOW.getTime() };
      await rooms.change(given, () => ({ room: ended }));
      for (const address of [given.room.code, given.roomId])
        expect((await rooms.findByAddress(address))?.room.state).toBe('ended');
      expect(await rooms.add(sameCode, 50)).toBe('stored');
      expect((await rooms.findByAddress(given.room.code))?.roomId).toBe(sameCode.roomId);
      const later = { ...sameCode.room, state: 'ended' as const, endedAt: NOW.getTime() + 1_000 };
      await rooms.change(sameCode, () => ({ room: later }));
      expect((await rooms.findByAddress(given.room.code))?.roomId).toBe(sameCode.roomId);
      expect(await rooms.findByAddress('999999')).toBeUndefined();
    });

    it('lists those of a tenant, the newest first, by who leads them, by state and by class', async () => {
      const classId = newId();
      const [one, two] = [
        await added(aRoom({ tenantId: 'lists', classId })),
        await added(aRoom({ tenantId: 'lists' })),
      ];
      const ids = async (wanted: Partial<Parameters<RoomStore['list']>[1]>) =>
        (await rooms.list('lists', { of: { kind: 'all' }, limit: 9, ...wanted })).map(({ roomId, title }) => [
          roomId,
          title,
        ]);
      expect(await ids({ limit: 9 })).toEqual([
        [two.roomId, two.body.title],
        [one.roomId, one.body.title],
      ]);
      expect(await ids({ limit: 1, before: two.roomId })).toEqual([[one.roomId, one.body.title]]);
      expect(await ids({ limit: 9, state: 'running' })).toEqual([]);
      expect(await ids({ limit: 9, classId })).toEqual([[one.roomId, one.body.title]]);
      const led = (owner: string, ...classIds: string[]) => ids({ of: { kind: 'led', owner, classIds } });
      expect(await led(one.owner)).toHaveLength(2);
      expect(await led('somebody', newId())).toEqual([]);
      expect(await led('somebody', newId(), classId)).toEqual([[one.roomId, one.body.title]]);
      const inRooms = async () =>
        (await rooms.casesInRooms('lists')).map((each) => [each.caseId, each.classId]);
      expect(await inRooms()).toEqual([]);
      await rooms.change(one, () => ({ room: { ...one.room, state: 'running' } }));
      expect(await inRooms()).toEqual([[one.caseId, classId]]);
    });

    it('changes a room with its words, and keeps what the teacher did and what the log is to be told', async () => {
      const given = await added();
      const room = { ...given.room, state: 'running' as const, seq: 7 };
      const recordId = newId();
      const record = {
        meta: { tenantId: given.tenantId, requestId: 'r' },
        recordId,
        subjectId: given.roomId,
        kind: 'key-committed' as const,
        at: NOW.toISOString(),
        record: { keyHash: given.keyHash },
      };
      const planted = { [newId()]: { lineId: 'b', errorKind: 'sum' as const } };
      const after = await rooms.change(given, () => ({
        room,
        words: { clot: 'pulmonary-embolism' },
        planted,
        event: { type: 'open', actor: 'author', at: NOW, data: {} },
        records: [record],
      }));
      expect(after).toMatchObject({ room, words: { clot: 'pulmonary-embolism' }, planted });
      expect(await rooms.find(given)).toEqual(after);
      expect(await logged()).toContain(recordId);
    });

    it('changes nothing where a decision is null or throws', async () => {
      const given = await added();
      expect(await rooms.change(given, () => null)).toEqual(await rooms.find(given));
      const refuse = (): never => {
        throw new Error('refused');
      };
      await expect(rooms.change(given, refuse)).rejects.toThrow('refused');
      expect((await rooms.find(given))?.room).toEqual(given.room);
      expect(await rooms.change({ ...given, tenantId: 'elsewhere' }, refuse)).toBeUndefined();
    });

    it('knows what is due, and what has still to be settled', async () => {
      const given = await added();
      const isAmong = (found: readonly RoomRef[]) => found.some(({ roomId }) => roomId === given.roomId);
      const later = at(13 * 3_600);
      expect([isAmong(await rooms.due(NOW)), isAmong(await rooms.due(later))]).toEqual([false, true]);
      expect(isAmong(await rooms.active())).toBe(false);
      const running = { ...given.room, state: 'running' as const };
      await rooms.change(given, () => ({ room: running }));
      expect(isAmong(await rooms.active())).toBe(true);
      const ended = { ...running, state: 'ended' as const, endedAt: NOW.getTime() };
      await rooms.change(given, () => ({ room: ended }));
      expect([isAmong(await rooms.active()), isAmong(await rooms.due(later))]).toEqual([true, false]);
      await rooms.change(given, ({ room }) => ({ room, released: true }));
      expect(isAmong(await rooms.active())).toBe(false);
      expect((await rooms.find(given))?.released).toBe(true);
    });

    it('knows which rehearsals run, and counts them nowhere', async () => {
      const before = await rooms.load();
      const given = await added(
        aRoom({ tenantId: 'rehearsing' }, undefined, NOW, { rehearsal: { students: 3 } }),
      );
      await seated(given, ['Rehearsal']);
      const isAmong = async () => (await rooms.rehearsing()).some(({ roomId }) => roomId === given.roomId);
      expect([await isAmong(), await rooms.load()]).toEqual([true, before]);
      const running = (await rooms.change(given, ({ room }) => ({ room: { ...room, state: 'running' } })))
        ?.room;
      expect(running?.rehearsal).toEqual({ students: 3, numbers: [] });
      expect(await rooms.casesTakenBy('rehearsing', given.owner)).toEqual(new Set());
      expect(await rooms.casesTakenBy('rehearsing', SUBJECT_OF('Rehearsal'))).toEqual(
        new Set([given.caseId]),
      );
      await rooms.change(given, ({ room }) => ({
        room: { ...room, state: 'ended', endedAt: NOW.getTime() },
      }));
      expect(await isAmong()).toBe(false);
    });

    it('gives sleep back once, to rooms that run', async () => {
      const [running, lobby] = [await added(), await added()];
      await rooms.change(running, ({ room }) => ({ room: { ...room, state: 'running' } }));
      const given: number[] = [];
      const giveBack = (room: NewRoom['room'], lastTickAt: number) => {
        if (room.code === running.room.code) given.push(lastTickAt);
        return { ...room, lastActAt: room.lastActAt + 1 };
      };
      await rooms.tick(at(1_000), 10_000, (room) => room);
      await rooms.tick(at(1_002), 10_000, giveBack);
      expect(given).toEqual([]);
      await rooms.tick(at(1_062), 10_000, giveBack);
      await rooms.tick(at(1_062), 10_000, giveBack);
      expect(given).toEqual([at(1_002).getTime()]);
      expect((await rooms.find(running))?.room.lastActAt).toBe(running.room.lastActAt + 1);
      expect((await rooms.find(lobby))?.room.lastActAt).toBe(lobby.room.lastActAt);
    });

    it('lets the text of a case go only when no room needs it any more', async () => {
      const given = await added();
      const { tenantId, caseId } = given;
      expect(await rooms.releaseCase(tenantId, caseId)).toBe('in-room');
      expect(await rooms.readCase(given)).toEqual(given.body);
      await rooms.change(given, ({ room }) => ({
        room: { ...room, state: 'ended', endedAt: NOW.getTime() },
      }));
      expect(await rooms.releaseCase(tenantId, caseId)).toBe('released');
      expect(await rooms.readCase(given)).toBeUndefined();
      expect((await rooms.list(tenantId, { of: { kind: 'all' }, limit: 1 }))[0]?.title).toBeNull();
    });

    it('purges people before rooms, and tells the log of their answers and of the room, once each', async () => {
      const given = await added();
      const [participantId = ''] = await seated(given, ['a']);
      await write(given, participantId, { revision: 1 });
      const endedAt = at(-100).getTime();
      await rooms.change(given, ({ room }) => ({ room: { ...room, state: 'ended', endedAt } }));
      await rooms.purge({ people: at(-200), comments: at(-200), rooms: at(-200) }, erasedRoom);
      expect(await answers.people(given, [participantId])).toHaveLength(1);
      await rooms.purge({ people: at(-50), comments: at(-200), rooms: at(-200) }, erasedRoom);
      expect(await answers.people(given, [participantId])).toEqual([]);
      expect(await rooms.find(given)).toBeDefined();
      const told = [
        erasedRoom.answers({ ...given, participants: 1, answers: 1 }),
        erasedRoom.room(given),
      ].map(({ recordId }) => recordId);
      const ofRoom = async () => (await logged()).filter((id) => told.includes(id));
      expect(await ofRoom()).toEqual(told.slice(0, 1));
      await rooms.purge({ people: at(-50), comments: at(-200), rooms: at(-50) }, erasedRoom);
      expect(await rooms.find(given)).toBeUndefined();
      expect(await ofRoom()).toEqual(told);
    });

    it('leaves nobody behind of a room that goes in the same hour, and tells how many they were', async () => {
      const given = await added();
      const [one = '', two = ''] = await seated(given, ['a', 'b']);
      await write(given, one, { revision: 1 });
      const endedAt = at(-100).getTime();
      await rooms.change(given, ({ room }) => ({ room: { ...room, state: 'ended', endedAt } }));
      const old = at(-50);
      const told: AnsweredRoom[] = [];
      await rooms.purge(
        { people: old, comments: old, rooms: old },
        {
          ...erasedRoom,
          answers: (room) => {
            if (room.roomId === given.roomId) told.push(room);
            return erasedRoom.answers(room);
          },
        },
      );
      expect(told).toMatchObject([{ participants: 2, answers: 1 }]);
      expect(await rooms.find(given)).toBeUndefined();
      expect(await answers.people(given, [one, two])).toEqual([]);
    });
  });

  describe('comments', () => {
    const said = (ref: RoomRef, number: number, changes: object = {}) => {
      const commentId = newId();
      const comment = {
        commentId,
        number,
        participantId: null,
        author: null,
        text: `Said ${String(number)}`,
        at: NOW,
      };
      const decide = ({ room }: { room: NewRoom['room'] }) => ({
        room: { ...room, seq: room.seq + 1, comments: { written: number, hidden: [], seq: room.seq + 1 } },
        comment: { ...comment, ...changes },
      });
      return comments.addComment(ref, commentId, decide).then((stored) => ({ stored, commentId }));
    };
    const numbers = async (ref: RoomRef, before?: number, limit = 9) =>
      (await comments.commentsBefore(ref, before, limit)).map(({ number }) => number);

    it('writes each once with the room, and tells them, the newest first, to their tenant alone', async () => {
      const given = await added();
      const { stored, commentId } = await said(given, 1);
      const again = await comments.addComment(given, commentId, () => {
        throw new Error('it is there');
      });
      expect(again).toEqual(stored);
      await said(given, 2);
      await said(given, 3);
      expect((await rooms.find(given))?.room.comments?.written).toBe(3);
      expect(await numbers(given)).toEqual([3, 2, 1]);
      expect(await numbers(given, 3, 1)).toEqual([2]);
      expect(await numbers({ ...given, tenantId: 'elsewhere' })).toEqual([]);
      expect((await comments.commentsBefore(given, 2, 1))[0]).toEqual(stored);
      expect((await said({ ...given, roomId: newId() }, 1)).stored).toBeUndefined();
    });

    it('writes nothing that is refused', async () => {
      const given = await added();
      const refuse = () => {
        throw new Error('not open');
      };
      await expect(comments.addComment(given, newId(), refuse)).rejects.toThrow('not open');
      expect(await numbers(given)).toEqual([]);
    });

    it('gives out those of one person, and deletes them with that person', async () => {
      const given = await added();
      const [one = '', two = ''] = await seated(given, ['c1', 'c2']);
      await said(given, 1, { participantId: one, author: 1 });
      await said(given, 2, { participantId: two, author: 2 });
      const ofSubject = async (subject: string) =>
        (await comments.commentsOfSubject(given.tenantId, subject, null, 9)).map(({ roomId, number }) => [
          roomId,
          number,
        ]);
      expect(await ofSubject(SUBJECT_OF('c2'))).toEqual([[given.roomId, 2]]);
      const [{ commentId = '' } = {}] = await comments.commentsOfSubject(
        given.tenantId,
        SUBJECT_OF('c2'),
        null,
        9,
      );
      expect(await comments.commentsOfSubject(given.tenantId, SUBJECT_OF('c2'), commentId, 9)).toEqual([]);
      await answers.forget(given, two, forgotten(given, two));
      expect(await ofSubject(SUBJECT_OF('c2'))).toEqual([]);
      expect(await numbers(given)).toEqual([1]);
    });

    it('are deleted when they are old, and with their room', async () => {
      const given = await added();
      await said(given, 1, { at: at(-300) });
      await said(given, 2);
      const never = at(-10_000);
      await rooms.purge({ people: never, comments: at(-200), rooms: never }, erasedRoom);
      expect(await numbers(given)).toEqual([2]);
      const endedAt = at(-100).getTime();
      await rooms.change(given, ({ room }) => ({ room: { ...room, state: 'ended', endedAt } }));
      await rooms.purge({ people: never, comments: never, rooms: at(-50) }, erasedRoom);
      expect(await numbers(given)).toEqual([]);
    });
  });

  describe('people and answers', () => {
    it('tells which revisions are kept of a round', async () => {
      const [given, other] = [await added(), await added()];
      const [one = '', two = ''] = await seated(given, ['r1', 'r2']);
      const [roundId = ''] = given.room.rounds.map(({ id }) => id);
      await write(given, one, { revision: 1 });
      await write(given, two, { revision: 1 });
      await write(given, two, { revision: 4 });
      expect(await answers.revisions(given, { roundId, attempt: 1 })).toEqual(
        new Map([
          [one, 1],
          [two, 4],
        ]),
      );
      for (const [ref, attempt] of [
        [given, 2],
        [other, 1],
      ] as const)
        expect(await answers.revisions(ref, { roundId, attempt })).toEqual(new Map());
    });

    it('finds those who come back by key or by code, in their room alone', async () => {
      const [given, other] = [await added(), await added()];
      const [first = ''] = await seated(given, ['k1', 'k2']);
      const known = async (ref: RoomRef, joinKeys: string[], resumes: string[]) => {
        const looked = await answers.join(ref, { joinKeys, resumes }, ({ room }, found) => ({
          room,
          added: [],
          found: found.map(({ participantId }) => participantId),
        }));
        return looked?.found;
      };
      expect(await known(given, [hash('k1')], [])).toEqual([first]);
      expect(await known(given, [], [hash('k19')])).toEqual([first]);
      expect(await known(other, [hash('k1')], [hash('k19')])).toEqual([]);
      expect(await known({ ...given, tenantId: 'elsewhere' }, [hash('k1')], [])).toBeUndefined();
      expect((await rooms.find(given))?.room.nextNumber).toBe(3);
      expect((await answers.peopleAfter(given, 1, 9)).map(({ name }) => name)).toEqual(['Name of k2']);
    });

    it('replaces an answer by a higher revision, and never one in time by a late one', async () => {
      const given = await added();
      const [who = ''] = await seated(given, ['w']);
      const written = async (...of: Parameters<typeof write>) => (await write(...of))?.written.size;
      expect(await written(given, who, { revision: 2 })).toBe(1);
      expect(await written(given, who, { revision: 1 })).toBe(0);
      expect(await written(given, who, { revision: 2, points: 20 })).toBe(0);
      expect(await kept(given, who)).toEqual([[2, false, aList()]]);
      expect(await written(given, who, { revision: 3, late: true })).toBe(0);
      expect(await written(given, who, { revision: 4, points: 30 })).toBe(1);
      expect(await kept(given, who)).toEqual([[4, false, aList(30)]]);
    });

    it('replaces a late answer by a later one, or by one in time', async () => {
      const given = await added();
      const [who = ''] = await seated(given, ['w']);
      await write(given, who, { revision: 1, late: true });
      const recorded = await write(given, who, { revision: 2, late: true, points: 30 });
      expect([...(recorded?.kept.values() ?? [])]).toEqual([{ revision: 2, late: true, number: 1 }]);
      await write(given, who, { revision: 3, points: 40 });
      expect(await kept(given, who)).toEqual([[3, false, aList(40)]]);
    });

    it('tells who of a batch is in the room', async () => {
      const given = await added();
      const [who = ''] = await seated(given, ['w']);
      const nothing = () => ({ write: [], look: [] });
      const recorded = await answers.record(given, [who, newId()], nothing);
      expect(recorded?.present).toEqual(new Map([[who, 1]]));
      expect(await answers.record({ ...given, tenantId: 'elsewhere' }, [who], nothing)).toBeUndefined();
    });

    it('counts a round, and tells only what is new', async () => {
      const given = await added();
      const roundId = given.room.rounds[0]?.id ?? '';
      const [one = '', two = ''] = await seated(given, ['a', 'b']);
      await write(given, one, { revision: 1 });
      await write(given, two, { revision: 1, late: true });
      const tally = (answered: number, scores: NewTally['scores']): NewTally => ({
        attempt: 1,
        answered,
        late: 1,
        body: null,
        teamGain: { teams: 2, ahead: 1, logScore: 0.1, brier: 0.05 },
        final: false,
        scores,
      });
      const score = { scoreVersion: 1, logScore: 0.5, brier: 0.25, right: true, keyPoints: 55 };
      const scored = [{ roundId, attempt: 1, participantId: one, ...score }];
      const counted: unknown[] = [];
      const make = async (made: NewTally) =>
        answers.tally(given, roundId, async (read) => {
          counted.push(
            await read.count(1, []),
            (await read.answers(1)).map(({ revision }) => revision),
            [...(await read.members())],
            (await read.scores()).length,
          );
          return made;
        });
      expect(await make(tally(1, scored))).toBe('changed');
      expect(await make(tally(1, scored))).toBe('unchanged');
      const members = [
        [1, one],
        [2, two],
      ];
      expect(counted).toEqual([
        { inTime: 1, late: 1 },
        [1, 1],
        members,
        0,
        { inTime: 1, late: 1 },
        [1, 1],
        members,
        1,
      ]);
      expect((await answers.people(given, [one]))[0]?.scores).toEqual(scored);
      expect(await make(tally(2, null))).toBe('changed');
      expect((await answers.people(given, [one]))[0]?.scores).toEqual(scored);
      const { scores: _scores, ...body } = tally(2, null);
      expect(await answers.tallies(given)).toEqual([{ ...body, roundId, seq: 2 }]);
      expect(await answers.tally(given, roundId, () => Promise.resolve(null))).toBe('unchanged');
    });

    it('counts nobody who is gone', async () => {
      const given = await added();
      const roundId = given.room.rounds[0]?.id ?? '';
      const [one = ''] = await seated(given, ['a']);
      await write(given, one, { revision: 1 });
      const counts: unknown[] = [];
      await answers.tally(given, roundId, async (read) => {
        counts.push(await read.count(1, [1]));
        return null;
      });
      expect(counts).toEqual([{ inTime: 0, late: 0 }]);
    });

    it('keeps what somebody agreed to; who takes back that results are kept is nobody’s from then on', async () => {
      const given = await added();
      const [one = '', two = ''] = await seated(given, ['leaver', 'stayer']);
      const decision = { purpose: 'research' as const, granted: true, textVersion: 2, at: NOW };
      const first = await answers.agree(given, one, () => [decision]);
      expect(first?.ofLearner).toBe(true);
      expect(first?.decisions.map(({ purpose }) => purpose).sort()).toEqual(['keep', 'research']);
      const at = new Date(NOW.getTime() + 1_000);
      const taken = { purpose: 'keep' as const, granted: false, textVersion: 1, at };
      const after = await answers.agree(given, one, (before) => {
        expect(before).toEqual(first);
        return [taken];
      });
      expect(after?.ofLearner).toBe(false);
      expect(after?.decisions).toEqual(expect.arrayContaining([taken, decision]));
      expect(await answers.agree(given, one, () => [])).toEqual(after);
      const seats = async (name: string) => (await answers.seatsOf(given.tenantId, name, null, 9)).length;
      expect(await seats(SUBJECT_OF('leaver'))).toBe(0);
      expect(await seats(SUBJECT_OF('stayer'))).toBeGreaterThan(0);
      expect(await answers.agree({ ...given, tenantId: 'elsewhere' }, two, () => [])).toBeUndefined();
    });

    it('keeps what a team answered under its own id, by whoever wrote last', async () => {
      const given = await added();
      const [one = ''] = await seated(given, ['a']);
      const team = newId();
      await write(given, one, { revision: 1 });
      await write(given, team, { revision: 1, points: 30 });
      await write(given, team, { revision: 2, points: 40, number: 2 });
      const parts = await answers.partsOf(given, [team, newId()]);
      expect([...parts.keys()]).toEqual([team]);
      expect(parts.get(team)?.answers.map(({ revision, number }) => [revision, number])).toEqual([[2, 2]]);
      expect((await answers.peopleOf(given, [1, 2])).map(({ participantId }) => participantId)).toEqual([
        one,
      ]);
      expect((await answers.people(given, [one]))[0]?.answers).toHaveLength(1);
      await answers.forgetTeams(given, [team]);
      expect((await answers.partsOf(given, [team])).size).toBe(0);
      expect((await answers.people(given, [one]))[0]?.answers).toHaveLength(1);
    });

    it('forgets somebody with everything', async () => {
      const given = await added();
      const [one = '', two = ''] = await seated(given, ['a', 'b']);
      await write(given, one, { revision: 1 });
      await write(given, two, { revision: 1 });
      const elsewhere = { ...given, tenantId: 'elsewhere' };
      expect(await answers.forget(elsewhere, one, forgotten(elsewhere, one))).toBeUndefined();
      const counts: number[] = [];
      const forget = () =>
        answers.forget(given, one, (count) => {
          counts.push(count);
          return forgotten(given, one)(count);
        });
      expect(await forget()).toEqual({ number: 1 });
      expect(await forget()).toBeUndefined();
      expect(counts).toEqual([1]);
      const { recordId } = forgotten(given, one)(1);
      expect((await logged()).filter((id) => id === recordId)).toHaveLength(1);
      expect(await answers.agree(given, one, () => [])).toBeUndefined();
      expect((await answers.peopleAfter(given, 0, 9)).map(({ participantId }) => participantId)).toEqual([
        two,
      ]);
    });
  });
};
