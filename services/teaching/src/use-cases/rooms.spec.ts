import {
  type Asker,
  type CodedRoomState,
  type ConsentInput,
  type PlannedRound,
  type RoomAct,
} from '@openrounds/contracts';
import { NO_TEST_YET, opensCommitment } from '@openrounds/learning';
import { newId } from '@openrounds/platform';
import { codedAnswers, codedDiseases } from '@openrounds/testing';
import { NO_ASSIGNMENTS } from '../../test/fixtures/assignments';
import { ADMIN, aBody, aCase, AUTHOR, COLLEAGUE, META, TEST_IDS, VERSIONS } from '../../test/fixtures/cases';
import { aClass, noRecord } from '../../test/fixtures/people';
import {
  aJoin,
  aList,
  aRoom,
  DIFFERENTIAL,
  Hall,
  hash,
  round,
  submission,
  TENANT,
} from '../../test/fixtures/rooms';
import { committedKey } from '../model/case-key';
import { type StoredLearner } from '../ports/learner-store';
import { DeleteCase } from './delete-case';
import { PurgeRooms } from './purge-rooms';
import { ReportRooms } from './report-rooms';

const [TELLING = ''] = TEST_IDS;
const VOTE: PlannedRound['task'] = {
  task: 'vote',
  spec: { options: [{ id: 'yes' }, { id: 'no', text: { en: 'No' } }], several: false },
};
const FIND_ERROR: PlannedRound['task'] = {
  task: 'find-error',
  spec: { lines: [{ id: 'a' }, { id: 'b' }] },
};

describe('rooms', () => {
  let hall: ReturnType<typeof Hall.inMemory>;
  const ref = (roomId: string) => ({ tenantId: TENANT, roomId });

  beforeEach(() => {
    hall = Hall.inMemory();
  });

  /** A room with so many people whose first round is open. */
  const voting = async (many = 3, ...given: Parameters<Hall['open']>) => {
    const roomId = await hall.open(...given);
    const people = await hall.seats(roomId, many);
    const [first = '', second = ''] = await hall.roundIds(roomId);
    await hall.act(roomId, { type: 'open', roundId: first });
    return { roomId, people, first, second };
  };

  const closedAndCounted = async (...given: Parameters<typeof voting>) => {
    const room = await voting(...given);
    await hall.send(room.roomId, ...room.people.map((id) => submission(room.first, id)));
    await hall.act(room.roomId, { type: 'close', roundId: room.first });
    return room;
  };

  const counted = (metric: string) => hall.metrics.registry.getSingleMetricAsString(metric);

  it('are by what the library tells the cases that somebody has had from those that are new', async () => {
    const [builtIn = ''] = (await hall.libraries.current()).builtIn.keys();
    const told = async (subject: string, taken: boolean) => {
      const by = { subject, role: 'student' as const };
      const { items } = await hall.library.execute({ meta: META, by, limit: 10, from: 0, taken });
      return items.map(({ id }) => id);
    };
    const room = aRoom({ caseId: builtIn }, [round(1, DIFFERENTIAL)], hall.clock.now());
    const { roomId, owner } = room;
    await hall.rooms.add(room, 1_000_000);
    await hall.join.execute(ref(roomId), [aJoin('1', { subject: 'zhang-san' })]);
    const [first = ''] = await hall.roundIds(roomId);
    expect([await told('zhang-san', true), await told('zhang-san', false)]).toEqual([[], [builtIn]]);
    await hall.act(roomId, { type: 'open', roundId: first });
    for (const who of ['zhang-san', owner])
      expect([await told(who, true), await told(who, false)]).toEqual([[builtIn], []]);
    expect(await told('somebody else', true)).toEqual([]);
  });

  describe('metrics', () => {
    it('tell how many rooms are open and how many people are in them', async () => {
      const report = new ReportRooms(hall.rooms, hall.metrics);
      const { roomId } = await voting(3);
      await voting(2);
      await report.execute();
      expect(await counted('openrounds_rooms_open')).toMatch(/\} 2$/m);
      expect(await counted('openrounds_room_participants')).toMatch(/\} 5$/m);
      await hall.act(roomId, { type: 'end' });
      await report.execute();
      expect(await counted('openrounds_room_participants')).toMatch(/\} 2$/m);
    });

    it('count answers by what became of them', async () => {
      const { roomId, people, first } = await voting(2);
      const [one = '', two = ''] = people;
      await hall.send(roomId, submission(first, one), submission(first, two));
      await hall.send(roomId, submission(first, one), submission('no-round', two));
      const answers = await counted('openrounds_room_answers_total');
      for (const line of ['status="kept"[^}]*} 2', 'status="unchanged"[^}]*} 1', 'status="refused"[^}]*} 1'])
        expect(answers).toMatch(new RegExp(line));
    });

    it('count questions whose time was up, not those that somebody closed', async () => {
      const { roomId, first, second } = await voting();
      await hall.act(roomId, { type: 'close', roundId: first });
      await hall.act(roomId, { type: 'open', roundId: second, seconds: 5 });
      hall.after(6);
      await hall.timers.execute();
      await hall.timers.execute();
      expect(await counted('openrounds_room_rounds_timed_out_total')).toMatch(/\} 1$/m);
    });
  });

  describe('CreateRoom', () => {
    const create = (given: object, roomId = newId(), versions = VERSIONS) =>
      hall.create.execute({
        meta: META,
        by: AUTHOR,
        roomId,
        versions,
        given: {
          caseId: newId(),
          rounds: [round(1, DIFFERENTIAL)],
          settings: { language: 'en', entry: 'open', textOnPhones: true },
          ...given,
        },
      });
    const publish = async (caseId: string) =>
      hall.cases.change(TENANT, caseId, () => ({ state: 'published', publishedVersion: 1 }));

    it('opens a room with a built-in case, once for one id', async () => {
      const [roomId, caseId] = [newId(), await hall.builtInId()];
      const room = await create({ caseId }, roomId);
      expect(room).toMatchObject({ id: roomId, caseId, caseVersion: 1, state: 'lobby', participants: 0 });
      expect(room.title).toEqual({ en: 'After a long flight', zh: '长途飞行之后' });
      expect(room.code).toMatch(/^\d{6}$/);
      expect((await create({ caseId }, roomId)).code).toBe(room.code);
      expect(await hall.find.execute(room.code)).toMatchObject({
        roomId,
        tenantId: TENANT,
        leaders: ['author'],
      });
    });

    it('takes published cases of the tenant alone', async () => {
      const given = await aCase();
      const { caseId } = given;
      await hall.cases.add(given);
      await expect(create({ caseId })).rejects.toMatchObject({ code: 'case-not-published' });
      await publish(caseId);
      await expect(create({ caseId, caseVersion: 2 })).rejects.toMatchObject({ code: 'case-not-published' });
      expect((await create({ caseId })).title).toEqual(given.version.body.title);
      await hall.cases.add({ ...given, tenantId: 'elsewhere', caseId: newId() });
      await expect(create({ caseId: newId() })).rejects.toMatchObject({ code: 'not-found' });
    });

    it('keeps the version and the text with which it began', async () => {
      const given = await aCase();
      await hall.cases.add(given);
      await publish(given.caseId);
      const { id } = await create({ caseId: given.caseId });
      await hall.cases.change(TENANT, given.caseId, () => ({ state: 'retired', publishedVersion: null }));
      expect((await hall.read.stage(META, id, AUTHOR, 1)).text).toEqual(given.version.body.stages[0]?.text);
    });

    it('names the field of a plan that is none', async () => {
      const caseId = await hall.builtInId();
      await expect(create({ caseId, rounds: [round(9, DIFFERENTIAL)] })).rejects.toMatchObject({
        code: 'invalid-request',
        errors: [{ pointer: '/rounds/0/stageNo' }],
      });
    });

    it('commits to the key of the case and to planted errors', async () => {
      const planted = { lineId: 'b', errorKind: 'sum' as const };
      const { id } = await create({
        caseId: await hall.builtInId(),
        rounds: [{ ...round(1, FIND_ERROR), planted }],
      });
      const stored = await hall.find.byId(ref(id));
      const body = await hall.rooms.readCase(stored);
      if (body === undefined) throw new Error('a case');
      const key = committedKey(body, stored.planted);
      expect(opensCommitment(stored.keyHash, key, stored.keySalt)).toBe(true);
      expect(opensCommitment(stored.keyHash, { ...key, planted: {} }, stored.keySalt)).toBe(false);
    });

    it('opens one for a class to those who teach or assist it, and outlives the class', async () => {
      const { classes } = hall.people;
      const caseId = await hall.builtInId();
      const own = aClass({ tenantId: TENANT, staff: [{ subject: AUTHOR.subject, role: 'assistant' }] });
      const theirs = aClass({ tenantId: TENANT });
      const elsewhere = { ...aClass({ staff: own.staff }), tenantId: 'elsewhere' };
      for (const each of [own, theirs, elsewhere]) await classes.add(each);
      const made = ({ classId }: { classId: string }) => create({ caseId, classId });
      await expect(made(elsewhere)).rejects.toMatchObject({ code: 'not-found' });
      await expect(made(theirs)).rejects.toMatchObject({ code: 'forbidden' });
      const { id, classId } = await made(own);
      await hall.open();
      const ofClass = async () => {
        const { items } = await hall.list.execute({ meta: META, by: AUTHOR, limit: 9, classId });
        return items.map((room) => [room.id, room.classId]);
      };
      const toldIn = async () => (await hall.frame(id)).teacher.control.classId;
      expect([await ofClass(), await toldIn()]).toEqual([[[id, own.classId]], own.classId]);
      await classes.change(TENANT, own.classId, () => ({ archivedAt: hall.clock.now() }));
      await expect(made(own)).rejects.toMatchObject({ code: 'class-archived' });
      await classes.purge(new Date(hall.clock.now().getTime() + 1), noRecord);
      expect([await ofClass(), await toldIn()]).toEqual([[[id, own.classId]], own.classId]);
    });

    it('lists rooms page by page', async () => {
      const page = { meta: META, by: AUTHOR, limit: 2 };
      for (const _ of [1, 2, 3]) await hall.open();
      const first = await hall.list.execute(page);
      expect([first.items.length, first.more]).toEqual([2, true]);
      const rest = await hall.list.execute({ ...page, before: first.items[1]?.id });
      expect([rest.items.length, rest.more]).toEqual([1, false]);
    });
  });

  describe('those who lead a room', () => {
    const LOCK: RoomAct = { type: 'lock', locked: true };
    const STRANGER = { subject: 'stranger', role: 'teacher' } as const;
    /** A student who helps to teach a class is no teacher of its rooms. */
    const HELPER = { subject: 'helper', role: 'student' } as const;

    /** Rooms of one owner: of a class that a colleague assists, and of none. */
    const rooms = async () => {
      const staff = [COLLEAGUE, HELPER].map(({ subject }) => ({ subject, role: 'assistant' as const }));
      const class_ = aClass({ tenantId: TENANT, staff });
      const { classId } = class_;
      await hall.people.classes.add(class_);
      const [ofClass, ofNone] = [aRoom({ classId }), aRoom()];
      for (const each of [ofClass, ofNone]) await hall.rooms.add(each, 1_000_000);
      return { classId, ofClass: ofClass.roomId, ofNone: ofNone.roomId };
    };
    const whatIsDone = (roomId: string, by: Asker) => [
      hall.act(roomId, LOCK, by),
      hall.read.stage(META, roomId, by, 1),
      hall.read.results(META, roomId, by),
      hall.read.rows(META, roomId, by, 0),
      hall.discuss.read(ref(roomId), by, undefined, 9),
    ];

    it('are its owner, the staff of its class and administrators', async () => {
      const { classId, ofClass, ofNone } = await rooms();
      for (const by of [AUTHOR, COLLEAGUE, ADMIN]) await Promise.all(whatIsDone(ofClass, by));
      const refusals = [STRANGER, HELPER]
        .flatMap((by) => whatIsDone(ofClass, by))
        .concat(whatIsDone(ofNone, COLLEAGUE));
      for (const each of await Promise.allSettled(refusals))
        expect(each).toMatchObject({ status: 'rejected', reason: { code: 'forbidden' } });
      expect((await hall.find.execute(ofClass)).leaders).toEqual(['author', 'colleague', 'helper']);
      const away = { staff: { subject: COLLEAGUE.subject, role: 'none' } } as const;
      await hall.people.classes.change(TENANT, classId, () => away);
      await expect(hall.act(ofClass, LOCK, COLLEAGUE)).rejects.toMatchObject({ code: 'forbidden' });
    });

    it('are told of it in the list of rooms, and nobody else', async () => {
      const { classId, ofClass, ofNone } = await rooms();
      const listed = async (by: Asker, wanted: object = {}) => {
        const { items } = await hall.list.execute({ meta: META, by, limit: 9, ...wanted });
        return items.map(({ id }) => id).sort();
      };
      const both = [ofClass, ofNone].sort();
      expect([await listed(AUTHOR), await listed(ADMIN)]).toEqual([both, both]);
      expect(await listed(COLLEAGUE)).toEqual([ofClass]);
      expect(await listed(STRANGER)).toEqual([]);
      expect(await listed(STRANGER, { classId })).toEqual([]);
      expect(await listed(AUTHOR, { classId })).toEqual([ofClass]);
    });
  });

  describe('JoinRoom', () => {
    const join = (roomId: string, ...joins: ReturnType<typeof aJoin>[]) =>
      hall.join.execute(ref(roomId), joins);

    it('gives numbers in order, and the same key the same participant, in one batch and later', async () => {
      const roomId = await hall.open();
      const [one, again, two] = await join(roomId, aJoin('a'), aJoin('a'), aJoin('b'));
      expect([one, two]).toMatchObject([
        { ok: true, number: 1 },
        { ok: true, number: 2 },
      ]);
      expect(again).toEqual(one);
      expect(await join(roomId, aJoin('a'))).toEqual([one]);
    });

    it('brings somebody back by code, from another phone', async () => {
      const roomId = await hall.open();
      const [one] = await join(roomId, aJoin('a'));
      const elsewhere = { ...aJoin('other'), resumes: true };
      expect(await join(roomId, { ...elsewhere, resumeHash: aJoin('a').resumeHash })).toEqual([one]);
      expect(await join(roomId, { ...elsewhere, resumeHash: hash('f') })).toEqual([
        { ok: false, code: 'not-found' },
      ]);
    });

    it('turns away whom the room does not take, but nobody who was in it', async () => {
      const roomId = await hall.open();
      const [one] = await join(roomId, aJoin('a'), aJoin('b'));
      await hall.act(roomId, { type: 'lock', locked: true });
      expect(await join(roomId, aJoin('c'), aJoin('a'))).toEqual([{ ok: false, code: 'room-locked' }, one]);
      await hall.act(roomId, { type: 'remove', number: 2 });
      expect(await join(roomId, aJoin('b'))).toEqual([{ ok: false, code: 'forbidden' }]);
      await hall.act(roomId, { type: 'end' });
      expect(await join(roomId, aJoin('d'))).toEqual([{ ok: false, code: 'room-ended' }]);
      await expect(join(newId(), aJoin('a'))).rejects.toMatchObject({ code: 'not-found' });
    });

    it('lets only those in who are signed in, where the teacher wants it so', async () => {
      const roomId = await hall.open();
      await hall.rooms.change(ref(roomId), ({ room }) => ({ room: { ...room, entry: 'account' } }));
      const joined = await join(roomId, aJoin('a'), aJoin('b', { subject: 'somebody' }));
      expect(joined).toMatchObject([
        { ok: false, code: 'unauthenticated' },
        { ok: true, number: 1 },
      ]);
    });
  });

  describe('consents of participants', () => {
    const KEEP = { purpose: 'keep' as const, granted: true, textVersion: 1 };
    const REFUSED = { ...KEEP, granted: false };
    const learnerId = newId();
    const guest = { subject: `learner:${learnerId}`, learnerId };
    const seatOf = async (join: object): Promise<[roomId: string, participantId: string]> => {
      const roomId = await hall.open();
      const [seat] = await hall.join.execute(ref(roomId), [aJoin('a', join)]);
      return [roomId, seat?.ok === true ? seat.participantId : ''];
    };
    const isOf = async (subject: string): Promise<boolean> =>
      (await hall.answers.seatsOf(TENANT, subject, null, 9)).length > 0;

    it.each([
      ['a guest', { subject: null, consents: [KEEP] }, false],
      ['an account that says nothing', { subject: 'ada' }, true],
      ['an account that refuses', { subject: 'ada', consents: [REFUSED] }, false],
      ['an account that agrees', { subject: 'ada', consents: [KEEP] }, true],
    ])('make %s a learner’s participant, or nobody’s', async (_, join, ofLearner) => {
      await seatOf(join);
      expect(await isOf('ada')).toBe(ofLearner);
    });

    it('follow what a learner without an account has decided before', async () => {
      await seatOf(guest);
      expect(await isOf(guest.subject)).toBe(false);
      const held = { decisions: [{ ...KEEP, at: new Date() }] } as unknown as StoredLearner;
      jest.spyOn(hall.people.learners, 'find').mockResolvedValue(held);
      await seatOf(guest);
      expect(await isOf(guest.subject)).toBe(true);
    });

    it('hold from the join on, and can be taken back', async () => {
      const [roomId, participantId] = await seatOf({ subject: 'ada', consents: [KEEP] });
      const agree = (...given: ConsentInput[]) => hall.agree.execute(ref(roomId), participantId, given);
      const granted = async (...given: ConsentInput[]) =>
        (await agree(...given)).consents.map((each) => each.granted);
      expect(await granted()).toEqual([true, false, false]);
      expect(await granted({ ...KEEP, purpose: 'research' })).toEqual([true, false, true]);
      expect(await granted(REFUSED)).toEqual([false, false, true]);
      expect(await isOf('ada')).toBe(false);
      await expect(agree(KEEP)).rejects.toMatchObject({
        code: 'invalid-request',
        errors: [{ pointer: '/consents/0/granted' }],
      });
      await hall.leave(roomId, participantId);
      await expect(agree()).rejects.toMatchObject({ code: 'forbidden' });
    });
  });

  describe('RecordSubmissions', () => {
    it('keeps the highest revision of a batch, and says so of each', async () => {
      const { roomId, people, first } = await voting(2);
      const [one = '', two = ''] = people;
      const send = (...revisions: number[]) =>
        hall.send(roomId, ...revisions.map((revision) => submission(first, one, { revision })));
      expect(await send(2, 1, 2)).toEqual(['kept', 'newer-revision', 'unchanged']);
      expect(await send(2, 3)).toEqual(['newer-revision', 'kept']);
      expect(
        await hall.send(roomId, submission(first, two), submission(first, one, { revision: 3 })),
      ).toEqual(['kept', 'unchanged']);
      expect((await hall.frame(roomId)).participant.answered).toEqual({ count: 2, of: 2 });
    });

    it('turns away what does not fit, naming the field', async () => {
      const { roomId, people, second, first } = await voting(1);
      const [one = ''] = people;
      const sums = aList();
      const { judged } = await hall.record.execute(ref(roomId), [
        submission(first, one, { answer: { ...sums, other: 20 } as never }),
        submission(first, one, { answer: { kind: 'choice', optionIds: ['yes'] } }),
        submission(second, one),
        submission(newId(), one),
        submission(first, newId()),
        submission(first, one, { attempt: 2 }),
      ]);
      expect(judged.map((each) => (each.ok ? each : [each.code, each.errors[0]?.pointer]))).toEqual([
        ['invalid-request', '/answer/entries'],
        ['invalid-request', '/answer/kind'],
        ['round-not-open', undefined],
        ['not-found', '/roundId'],
        ['forbidden', undefined],
        ['invalid-request', '/attempt'],
      ]);
      await expect(hall.send(newId(), submission(first, one))).rejects.toMatchObject({ code: 'not-found' });
    });

    it('counts what comes in the grace, keeps what comes later, and counts that by leave of the teacher', async () => {
      const { roomId, people, first } = await voting(3);
      const [one = '', two = '', three = ''] = people;
      await hall.send(roomId, submission(first, one));
      await hall.act(roomId, { type: 'close', roundId: first });
      hall.after(2);
      expect(await hall.send(roomId, submission(first, two))).toEqual(['kept']);
      hall.after(8);
      expect(
        await hall.send(roomId, submission(first, three), submission(first, one, { revision: 2 })),
      ).toEqual(['late', 'late']);
      const counts = async () => {
        const [counted] = (await hall.frame(roomId)).teacher.control.rounds;
        return [counted?.answered, counted?.late];
      };
      expect(await counts()).toEqual([2, 1]);
      await hall.act(roomId, { type: 'count-late', roundId: first, counts: true });
      expect(await counts()).toEqual([3, 1]);
    });

    it('asks phones to start anew after a reset', async () => {
      const { roomId, people, first } = await voting(1);
      const [one = ''] = people;
      await hall.send(roomId, submission(first, one));
      await hall.act(roomId, { type: 'reset', roundId: first });
      await hall.act(roomId, { type: 'open', roundId: first });
      expect(await hall.send(roomId, submission(first, one, { revision: 5 }))).toEqual(['round-reset']);
      expect((await hall.frame(roomId)).participant.answered.count).toBe(0);
      expect(await hall.send(roomId, submission(first, one, { attempt: 2 }))).toEqual(['kept']);
      expect((await hall.frame(roomId)).participant.answered.count).toBe(1);
    });

    it('takes nothing more from somebody who was removed, and counts it no longer', async () => {
      const { roomId, people, first } = await voting(2);
      const [one = '', two = ''] = people;
      await hall.send(roomId, submission(first, one), submission(first, two));
      await hall.act(roomId, { type: 'remove', number: 1 });
      expect(await hall.send(roomId, submission(first, one, { revision: 2 }))).toEqual(['forbidden']);
      await hall.act(roomId, { type: 'close', roundId: first });
      const { participant, teacher } = await hall.frame(roomId);
      expect(participant.answered).toEqual({ count: 1, of: 1 });
      expect(teacher.control.removed).toEqual([1]);
      expect(await hall.read.mine(META, roomId, people)).toMatchObject([null, { number: 2 }]);
    });
  });

  describe('what is told', () => {
    const shown = ({ result, layers }: CodedRoomState) => ({ layers, result });

    it('shows nothing of a round that is open, and each layer when it is revealed', async () => {
      const perStage = [[{ diseaseId: 'pulmonary-embolism', percent: 40 }], []];
      const body = aBody();
      const { roomId, first } = await closedAndCounted(2, undefined, {
        ...body,
        key: { ...body.key, perStage },
      });
      expect(shown((await hall.frame(roomId)).participant)).toEqual({ layers: [], result: null });
      await hall.act(roomId, { type: 'reveal', roundId: first, layers: ['class'] });
      const { result } = (await hall.frame(roomId)).participant;
      expect(result).toMatchObject({
        class: { kind: 'differential', answered: 2, other: { probability: 0.2 } },
        engine: null,
        stageKey: null,
        diagnosis: null,
      });
      await hall.act(roomId, { type: 'reveal', roundId: first, layers: ['stage-key'] });
      expect((await hall.frame(roomId)).participant.result?.stageKey).toEqual(perStage[0]);
    });

    it('counts in whole points, words that match nothing as Other', async () => {
      const { roomId, first } = await closedAndCounted(4);
      await hall.act(roomId, { type: 'reveal', roundId: first, layers: ['class'] });
      const result = (await hall.frame(roomId)).participant.result?.class;
      if (result?.kind !== 'differential') throw new Error('a differential');
      expect(
        result.linear.map(({ diseaseId, probability, named, first: firsts }) => [
          diseaseId,
          probability,
          named,
          firsts,
        ]),
      ).toEqual([
        ['pulmonary-embolism', 0.55, 4, 4],
        ['community-acquired-pneumonia', 0.25, 4, 0],
      ]);
      expect(result.other.histogram[4]).toBe(4);
      const sum = result.logarithmic.diseases.reduce((all, { probability }) => all + probability, 0);
      expect(sum + result.logarithmic.rest).toBeCloseTo(1, 12);
    });

    it('withholds earlier layers while a round is open', async () => {
      const { roomId, first, second } = await closedAndCounted();
      await hall.act(roomId, { type: 'reveal', roundId: first, layers: ['class'] });
      await hall.act(roomId, { type: 'open', roundId: second });
      const { participant } = await hall.frame(roomId);
      expect(shown(participant)).toEqual({ layers: [], result: null });
      expect(participant.withheld).toBe('round-open');
      const stage = await hall.read.stage(META, roomId, null, 1);
      expect(stage.rounds.map((each) => each.class)).toEqual([null]);
      expect((await hall.read.stage(META, roomId, AUTHOR, 1)).rounds[0]?.class).not.toBeNull();
    });

    it('says where the engine should be shown and is away, and shows it without the place of the key', async () => {
      const { roomId, first } = await closedAndCounted();
      await hall.act(roomId, { type: 'reveal', roundId: first, layers: ['engine'] });
      expect((await hall.frame(roomId)).participant).toMatchObject({
        degraded: ['engine'],
        result: { engine: null },
      });
      const [asked = ''] = hall.forecasts.sent;
      await hall.forecasts.keep(TENANT, asked, { kind: 'answered', answer: codedAnswers.build() });
      const { participant, teacher } = await hall.frame(roomId);
      expect(participant.degraded).toBeUndefined();
      expect(Object.keys(participant.result?.engine ?? {}).sort()).toEqual([
        'differential',
        'mustNotMiss',
        'nextTests',
        'other',
      ]);
      expect(teacher.control.engineStages).toEqual([1]);
    });

    it('tells a stage when it is reached, its text where phones show it, and afterwards the diagnosis', async () => {
      const { roomId, first } = await closedAndCounted();
      await expect(hall.read.stage(META, roomId, null, 2)).rejects.toMatchObject({ code: 'not-found' });
      await expect(hall.read.stage(META, roomId, COLLEAGUE, 1)).rejects.toMatchObject({ code: 'forbidden' });
      expect(await hall.read.stage(META, roomId, null, 1)).toMatchObject({
        no: 1,
        of: 2,
        kind: 'history',
        title: null,
        text: { en: 'It hurts when she breathes in.' },
        findings: [{ findingId: 'pleuritic-chest-pain', outcome: 'present' }, { findingId: 'dyspnoea' }],
        afterwards: null,
      });
      await hall.act(roomId, { type: 'stage', stageNo: 2 });
      await hall.act(roomId, { type: 'reveal', roundId: first, layers: ['diagnosis'], confirm: true });
      await hall.rooms.change(ref(roomId), ({ room }) => ({ room: { ...room, textOnPhones: false } }));
      const stage = await hall.read.stage(META, roomId, null, 2);
      expect([stage.text, stage.findings]).toEqual([null, null]);
      expect(stage.afterwards).toMatchObject({
        diagnosis: { diseaseId: 'pulmonary-embolism' },
        teachingPoints: [{ en: 'Look at the legs.' }],
      });
      expect((await hall.read.stage(META, roomId, AUTHOR, 2)).text).not.toBeNull();
    });

    it('raises the number of a frame with every change, of the room and of its counts', async () => {
      const { roomId, people, first } = await voting(3);
      const seqs = [(await hall.frame(roomId)).participant.seq];
      for (const id of people) {
        await hall.send(roomId, submission(first, id));
        seqs.push((await hall.frame(roomId)).participant.seq);
      }
      await hall.act(roomId, { type: 'close', roundId: first });
      seqs.push((await hall.frame(roomId)).participant.seq);
      expect(seqs).toEqual([...new Set(seqs)].sort((one, two) => one - two));
    });
  });

  describe('scores', () => {
    it('scores against the diagnosis, and shows each their own when it is revealed', async () => {
      const { roomId, people, first } = await closedAndCounted(2);
      const [one = ''] = people;
      const [before] = await hall.read.mine(META, roomId, [one]);
      expect(before).toMatchObject({
        number: 1,
        prompts: null,
        rounds: [{ own: { revision: 1, answer: aList() }, score: null }],
      });
      await hall.act(roomId, { type: 'reveal', roundId: first, layers: ['diagnosis'], confirm: true });
      const [mine] = await hall.read.mine(META, roomId, [one]);
      expect(mine?.rounds[0]?.score).toMatchObject({ right: true, keyPoints: 55, scoreVersion: 1 });
      expect(mine?.rounds[0]?.score?.logScore).toBeCloseTo(0.598, 3);
      const { rounds } = await hall.read.results(META, roomId, AUTHOR);
      expect(rounds[0]?.scores).toMatchObject({ right: 2, of: 2 });
    });

    it('asks everybody about their thinking once the engine has spoken of all stages', async () => {
      const twoStages = [round(1, DIFFERENTIAL), round(2, DIFFERENTIAL)];
      const { roomId, people, first, second } = await voting(5, twoStages);
      const list = (points: number) => ({ answer: aList(points) });
      await hall.send(roomId, ...people.map((id) => submission(first, id, list(20))));
      await hall.act(roomId, { type: 'close', roundId: first });
      await hall.act(roomId, { type: 'open', roundId: second });
      await hall.send(roomId, ...people.map((id) => submission(second, id, list(20))));
      await hall.act(roomId, { type: 'close', roundId: second });
      await hall.act(roomId, { type: 'reveal', roundId: second, layers: ['diagnosis'] });
      expect((await hall.read.mine(META, roomId, people.slice(0, 1)))[0]?.prompts).toEqual([]);
      const scores = (pneumonia: number) => [
        codedDiseases.build({ diseaseId: 'pulmonary-embolism', score: 0, priorContribution: 0 }),
        codedDiseases.build({
          diseaseId: 'community-acquired-pneumonia',
          score: pneumonia,
          priorContribution: 0,
        }),
      ];
      const [one = '', two = ''] = hall.forecasts.sent;
      for (const [id, pneumonia] of [
        [one, 2],
        [two, -2],
      ] as const) {
        const answer = codedAnswers.build({ differential: scores(pneumonia) });
        await hall.forecasts.keep(TENANT, id, { kind: 'answered', answer });
      }
      const [mine] = await hall.read.mine(META, roomId, people.slice(0, 1));
      expect(mine?.prompts?.map(({ code }) => code)).toEqual(['anchoring']);
      const results = await hall.read.results(META, roomId, AUTHOR);
      expect(results.prompts?.find(({ code }) => code === 'anchoring')?.share).toBe(1);
      expect(results.calibration).toHaveLength(2);
    });

    /** A room whose people named two diseases and then all chose the same; everything is closed and told. */
    const testChosen = async (chosen: string, engineIsThere = true) => {
      const options = [{ id: TELLING }, { id: 'ask-a-friend', text: { en: 'Ask' } }, { id: NO_TEST_YET }];
      const task = { task: 'next-test' as const, spec: { options, several: false } };
      const { roomId, people, first, second } = await voting(5, [round(1, DIFFERENTIAL), round(1, task)]);
      hall.tables.table = engineIsThere
        ? {
            tests: [
              {
                testId: TELLING,
                elsewhere: [0.1, 0.9],
                given: [{ diseaseId: 'pulmonary-embolism', chances: [0.95, 0.05] }],
              },
            ],
          }
        : null;
      await hall.send(roomId, ...people.map((id) => submission(first, id)));
      await hall.act(roomId, { type: 'close', roundId: first });
      await hall.act(roomId, { type: 'open', roundId: second });
      const answer = { kind: 'choice' as const, optionIds: [chosen] };
      await hall.send(roomId, ...people.map((id) => submission(second, id, { answer })));
      await hall.act(roomId, { type: 'close', roundId: second });
      await hall.act(roomId, { type: 'reveal', roundId: second, layers: ['diagnosis'], confirm: true });
      // whoever looks first has the engine asked
      await hall.read.mine(META, roomId, people);
      for (const id of hall.forecasts.sent)
        await hall.forecasts.keep(TENANT, id, {
          kind: 'answered',
          answer: codedAnswers.build({ differential: [] }),
        });
      const mine = await hall.read.mine(META, roomId, people);
      return { roomId, prompts: mine.map((one) => one?.prompts ?? null) };
    };

    it('asks who chose what tells nothing on their own list, where a test tells much', async () => {
      const { roomId, prompts } = await testChosen(NO_TEST_YET);
      for (const each of prompts)
        expect(each).toMatchObject([
          { code: 'test-choice', optionId: NO_TEST_YET, bits: 0, better: { optionId: TELLING } },
        ]);
      const results = await hall.read.results(META, roomId, AUTHOR);
      expect(results.prompts?.find(({ code }) => code === 'test-choice')?.share).toBe(1);
      // asked once, for what these people named and of the tests that there were to choose from
      expect(hall.tables.asked).toMatchObject([
        {
          testIds: [TELLING],
          diseaseIds: ['pulmonary-embolism', 'community-acquired-pneumonia'],
          facts: { observed: expect.any(Array) },
        },
      ]);
    });

    it('asks nobody who chose the telling test, and nobody where the engine is away', async () => {
      const { prompts } = await testChosen(TELLING);
      expect(prompts.flat()).toEqual([]);
      const { prompts: without } = await testChosen(NO_TEST_YET, false);
      const { prompts: unknown } = await testChosen('ask-a-friend');
      expect(unknown.flat()).toEqual([]);
      expect(without.flat()).toEqual([]);
    });

    it('judges votes not at all, and planted errors by line and kind', async () => {
      const planted = { lineId: 'b', errorKind: 'sum' as const };
      const rounds = [round(1, VOTE), { ...round(1, FIND_ERROR), planted }];
      const roomId = await hall.open(rounds);
      const [vote = '', error = ''] = await hall.roundIds(roomId);
      await hall.rooms.change(ref(roomId), ({ room }) => ({ room, planted: { [error]: planted } }));
      const [one = '', two = ''] = await hall.seats(roomId, 2);
      await hall.act(roomId, { type: 'open', roundId: vote });
      await hall.send(roomId, submission(vote, one, { answer: { kind: 'choice', optionIds: ['yes'] } }));
      await hall.act(roomId, { type: 'close', roundId: vote });
      await hall.act(roomId, { type: 'open', roundId: error });
      await hall.send(
        roomId,
        submission(error, one, { answer: { kind: 'error', ...planted, why: 'adds up to 110' } }),
        submission(error, two, { answer: { kind: 'error', lineId: 'a', errorKind: 'sum' } }),
      );
      await hall.act(roomId, { type: 'close', roundId: error });
      const { rounds: told } = await hall.read.results(META, roomId, AUTHOR);
      expect(told.map(({ scores }) => scores)).toEqual([
        null,
        { logScore: null, brier: null, right: 1, of: 2 },
      ]);
      expect(told.map((each) => each.class)).toMatchObject([
        { kind: 'choice', options: [{ optionId: 'yes', count: 1 }] },
        {
          kind: 'error',
          places: [
            { lineId: 'a', count: 1 },
            { lineId: 'b', count: 1 },
          ],
        },
      ]);
      const { items, more } = await hall.read.rows(META, roomId, AUTHOR, 0);
      expect(more).toBe(false);
      expect(items[0]?.answers.map(({ task, right }) => [task, right])).toEqual([
        ['vote', undefined],
        ['find-error', true],
      ]);
    });

    it('lets the teacher say what words mean, for all who wrote them', async () => {
      const { roomId } = await closedAndCounted(3);
      const unmatched = async () => (await hall.read.results(META, roomId, AUTHOR)).rounds[0]?.unmatched;
      expect(await unmatched()).toEqual([{ text: 'something in her chest', count: 3 }]);
      const words = { type: 'words', text: 'Something  in her chest', diseaseId: 'costochondritis' } as const;
      await hall.act(roomId, words);
      expect(await unmatched()).toEqual([]);
      const [told] = (await hall.read.results(META, roomId, AUTHOR)).rounds;
      expect(told?.class).toMatchObject({
        linear: [{}, {}, { diseaseId: 'costochondritis', probability: 0.05 }],
      });
      await hall.act(roomId, { ...words, diseaseId: null });
      expect(await unmatched()).toHaveLength(1);
      await expect(hall.act(roomId, { ...words, diseaseId: 'no-such' })).rejects.toMatchObject({
        code: 'invalid-request',
        errors: [{ pointer: '/diseaseId' }],
      });
    });

    it('tells the teacher of an open round only how many have answered', async () => {
      const { roomId, people, first } = await voting(2);
      await hall.send(roomId, ...people.map((id) => submission(first, id)));
      expect((await hall.read.results(META, roomId, AUTHOR)).rounds).toMatchObject([
        { answered: 2, class: null, scores: null, unmatched: [] },
      ]);
      expect((await hall.read.rows(META, roomId, AUTHOR, 0)).items[0]?.answers).toEqual([]);
      await expect(hall.read.results(META, roomId, COLLEAGUE)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(hall.read.rows(META, roomId, COLLEAGUE, 0)).rejects.toMatchObject({ code: 'forbidden' });
    });
  });

  describe('who sits in the room', () => {
    const seats = async (roomId: string) =>
      (await hall.read.rows(META, roomId, AUTHOR, 0)).items.map(({ number, removed, answeredOpen }) => [
        number,
        removed,
        answeredOpen,
      ]);

    it('is told with who has answered the open question, and who was taken out', async () => {
      const { roomId, people, first } = await voting(2);
      const [one = ''] = people;
      await hall.send(roomId, submission(first, one));
      expect(await seats(roomId)).toEqual([
        [1, false, true],
        [2, false, false],
      ]);
      await hall.act(roomId, { type: 'remove', number: 2 });
      await hall.act(roomId, { type: 'close', roundId: first });
      expect(await seats(roomId)).toEqual([
        [1, false, null],
        [2, true, null],
      ]);
    });
  });

  describe('CommandRoom', () => {
    it('lets the teacher of the room act, and an administrator', async () => {
      const roomId = await hall.open();
      const lock = { type: 'lock', locked: true } as const;
      await expect(hall.act(roomId, lock, COLLEAGUE)).rejects.toMatchObject({ code: 'forbidden' });
      await hall.act(roomId, lock, ADMIN);
      expect((await hall.frame(roomId)).teacher.control.locked).toBe(true);
      await expect(hall.act(newId(), lock)).rejects.toMatchObject({ code: 'not-found' });
    });

    it('carries out a press once, and refuses as the room does', async () => {
      const roomId = await hall.open();
      const [first = '', second = ''] = await hall.roundIds(roomId);
      const press = (act: { type: 'open' | 'reset'; roundId: string }, commandId: string) =>
        hall.command.execute({ meta: META, by: AUTHOR, roomId, commandId, act });
      await press({ type: 'open', roundId: first }, 'one');
      await press({ type: 'reset', roundId: first }, 'two');
      await press({ type: 'open', roundId: first }, 'three');
      await press({ type: 'reset', roundId: first }, 'two');
      expect((await hall.frame(roomId)).participant.round).toMatchObject({ attempt: 2, state: 'open' });
      await expect(press({ type: 'open', roundId: second }, 'four')).rejects.toMatchObject({
        code: 'round-open',
      });
      expect(hall.memory.events.map(({ type, actor }) => [type, actor])).toEqual([
        ['open', 'author'],
        ['reset', 'author'],
        ['open', 'author'],
      ]);
    });

    it('tells the log of the key once, when the first round opens', async () => {
      const { roomId, first } = await voting();
      await hall.act(roomId, { type: 'reset', roundId: first });
      await hall.act(roomId, { type: 'open', roundId: first });
      const { keyHash } = await hall.find.byId(ref(roomId));
      expect(hall.memory.records).toMatchObject([
        { kind: 'key-committed', subjectId: roomId, record: { roomId, keyHash } },
      ]);
      expect(JSON.stringify(hall.memory.records)).not.toContain('pulmonary-embolism');
    });

    it('adds a question on the spot, which the promise does not hold', async () => {
      const { roomId, first } = await closedAndCounted();
      const planted = { lineId: 'a', errorKind: 'sum' as const };
      await hall.act(roomId, { type: 'add-round', round: { ...round(1, FIND_ERROR), planted } });
      const { rounds } = (await hall.frame(roomId)).teacher.control;
      expect(rounds.map(({ task, position }) => [task.task, position])).toEqual([
        ['differential', 1],
        ['differential', 2],
        ['find-error', 3],
      ]);
      expect(JSON.stringify((await hall.frame(roomId)).participant)).not.toContain('find-error');
      const stored = await hall.find.byId(ref(roomId));
      expect(committedKey(aBody(), stored.planted).planted).toEqual({});
      expect(Object.values(stored.planted)).toEqual([{ ...planted, onTheSpot: true }]);
      expect(first).not.toBe('');
    });
  });

  describe('time', () => {
    it('closes a round by itself when time is up, and reveals nothing', async () => {
      const { roomId, people, first } = await voting();
      await hall.send(roomId, ...people.map((id) => submission(first, id)));
      await hall.awakeFor(59);
      expect(await hall.timers.execute()).toBe(0);
      hall.after(1);
      expect(await hall.timers.execute()).toBe(1);
      const { participant, teacher } = await hall.frame(roomId);
      expect([participant.round?.state, participant.result]).toEqual(['closed', null]);
      expect(teacher.control.rounds[0]).toMatchObject({ answered: 3, state: 'closed' });
      expect(await hall.timers.execute()).toBe(0);
    });

    it('gives the time back in which the service slept, before it judges an answer', async () => {
      const { roomId, people, first } = await voting(1);
      await hall.awakeFor(40);
      const slept = await hall.frame(roomId);
      hall.after(60);
      expect(await hall.send(roomId, submission(first, people[0] ?? ''))).toEqual(['kept']);
      await hall.timers.execute();
      const after = await hall.frame(roomId);
      expect(after.participant.round?.state).toBe('open');
      const moved =
        Date.parse(after.participant.round?.closesAt ?? '') -
        Date.parse(slept.participant.round?.closesAt ?? '');
      expect(moved).toBe(60_000);
    });

    it('counts for good after the grace, and what a process that died had not counted', async () => {
      const { roomId, people, first } = await voting(2);
      await hall.record.execute(ref(roomId), [submission(first, people[0] ?? '')]);
      await hall.settle.execute();
      expect((await hall.frame(roomId)).participant.answered.count).toBe(1);
      await hall.act(roomId, { type: 'close', roundId: first });
      const final = async () => (await hall.answers.tallies(ref(roomId))).map((tally) => tally.final);
      expect(await final()).toEqual([false]);
      hall.after(4);
      await hall.settle.execute();
      expect(await final()).toEqual([true]);
    });

    it('tells the log after the end what was given out, with what opens the promise', async () => {
      const { roomId, first } = await closedAndCounted(3);
      await hall.act(roomId, { type: 'end' });
      expect(await hall.settle.execute()).toBe(0);
      hall.after(4);
      expect(await hall.settle.execute()).toBe(1);
      expect(await hall.settle.execute()).toBe(0);
      const [, released] = hall.memory.records;
      expect(released).toMatchObject({
        kind: 'room-released',
        record: {
          key: { diagnosis: 'pulmonary-embolism' },
          rounds: [
            { id: first, answered: 3, class: { kind: 'differential' } },
            { answered: 0, class: null },
          ],
        },
      });
      expect(JSON.stringify(released)).not.toContain('something in her chest');
    });

    it('says in the log where the key was changed after the promise', async () => {
      const roomId = newId();
      const given = { caseId: await hall.builtInId(), rounds: [round(1, FIND_ERROR)] };
      const settings = { language: 'en', entry: 'open', textOnPhones: true } as const;
      const wanted = { meta: META, by: AUTHOR, roomId, versions: VERSIONS, given: { ...given, settings } };
      await hall.create.execute(wanted);
      const [first = ''] = await hall.roundIds(roomId);
      await hall.act(roomId, { type: 'open', roundId: first });
      await hall.act(roomId, { type: 'end' });
      hall.after(4);
      await hall.rooms.change(ref(roomId), ({ room }) => ({
        room,
        planted: { [first]: { lineId: 'a', errorKind: 'sum' } },
      }));
      await hall.settle.execute();
      expect(hall.memory.records.at(-1)?.record).toMatchObject({ opens: false });
    });
  });

  describe('forgetting', () => {
    it('forgets a participant; counts stay where they tell nothing of one', async () => {
      const { roomId, people, first } = await closedAndCounted(6);
      await hall.leave(roomId, people[0] ?? '');
      const answered = async () => (await hall.frame(roomId)).teacher.control.rounds[0]?.answered;
      expect(await answered()).toBe(6);
      expect(await hall.read.mine(META, roomId, people.slice(0, 1))).toEqual([null]);
      expect(await hall.send(roomId, submission(first, people[0] ?? '', { revision: 2 }))).toEqual([
        'forbidden',
      ]);
      await hall.leave(roomId, people[1] ?? '');
      await hall.leave(roomId, people[1] ?? '');
      expect(await answered()).toBe(4);
      const told = { kind: 'answers-erased', subject: roomId, by: 'self' };
      const { erasures } = hall.memory;
      expect(erasures).toMatchObject([0, 1].map(() => ({ ...told, held: { participants: 1, answers: 1 } })));
      expect(new Set(erasures.map(({ recordId }) => recordId)).size).toBe(2);
      for (const id of people) expect(JSON.stringify(erasures)).not.toContain(id);
      expect((await hall.frame(roomId)).participant.participants).toBe(4);
    });

    it('keeps a case while a room runs with it, and takes its text from rooms that have ended', async () => {
      const given = await aCase();
      await hall.cases.add(given);
      await hall.cases.change(TENANT, given.caseId, () => ({ state: 'published', publishedVersion: 1 }));
      const remove = new DeleteCase(hall.cases, hall.rooms, NO_ASSIGNMENTS, hall.libraries, hall.clock);
      const settings = { language: 'en', entry: 'open', textOnPhones: true } as const;
      const roomId = newId();
      const plan = { caseId: given.caseId, rounds: [round(1, DIFFERENTIAL)], settings };
      await hall.create.execute({ meta: META, by: AUTHOR, roomId, versions: VERSIONS, given: plan });
      const [first = ''] = await hall.roundIds(roomId);
      const [one = ''] = await hall.seats(roomId, 1);
      await hall.act(roomId, { type: 'open', roundId: first });
      await hall.send(roomId, submission(first, one));
      await expect(remove.execute(META, given.caseId, AUTHOR)).rejects.toMatchObject({
        code: 'case-in-room',
      });
      await hall.act(roomId, { type: 'end' });
      await remove.execute(META, given.caseId, AUTHOR);
      await expect(hall.read.stage(META, roomId, AUTHOR, 1)).rejects.toMatchObject({ code: 'not-found' });
      const { rounds } = await hall.read.results(META, roomId, AUTHOR);
      expect(rounds[0]?.scores).toMatchObject({ right: 1, of: 1 });
    });

    it('purges people and rooms when they were kept long enough, and counts the rows', async () => {
      const { roomId, people } = await closedAndCounted(1);
      await hall.act(roomId, { type: 'end' });
      const kept = { people: 30 * 86_400, comments: 180 * 86_400, rooms: 300 * 86_400 };
      const purge = new PurgeRooms(hall.rooms, kept, hall.clock, hall.metrics);
      hall.after(29 * 86_400);
      expect(await purge.execute()).toBe(0);
      hall.after(2 * 86_400);
      // with the score of the answer
      expect(await purge.execute()).toBe(3);
      expect(await counted('openrounds_purged_rows_total')).toMatch(/table="submissions"[^}]*\} 1/);
      expect(await hall.answers.people(ref(roomId), people)).toEqual([]);
      const held = { participants: 1, answers: 1 };
      const answers = { kind: 'answers-erased', subject: roomId, by: 'retention', held };
      expect(hall.memory.erasures).toMatchObject([answers]);
      hall.after(280 * 86_400);
      await purge.execute();
      const at = hall.clock.now().toISOString();
      expect(hall.memory.erasures).toMatchObject([
        answers,
        { kind: 'room-erased', subject: roomId, by: 'retention', at },
      ]);
      await expect(hall.find.byId(ref(roomId))).rejects.toMatchObject({ code: 'not-found' });
    });
  });
});
