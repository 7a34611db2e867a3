import { GivenJoin, type PlannedRound } from '@openrounds/contracts';
import {
  type Habit,
  isSimulated,
  type RoomPlan,
  type RoundPlan,
  simulatedStudent,
} from '@openrounds/learning';
import { codedAnswers, codedDiseases } from '@openrounds/testing';
import { AUTHOR, aBody, META } from '../../test/fixtures/cases';
import {
  aJoin,
  aList,
  aRoom,
  DIFFERENTIAL,
  Hall,
  round,
  submission,
  TENANT,
} from '../../test/fixtures/rooms';
import { seatStudents, studentIdOf } from '../model/simulated-class';
import { PurgeRooms } from './purge-rooms';
import { ReportRooms } from './report-rooms';

const STUDENTS = 40;
/** Its students follow from it. */
const ROOM_ID = '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a10';
/** Three diseases, as lists need them. */
const BODY = aBody({
  key: {
    diagnosis: 'pulmonary-embolism',
    acceptable: [],
    alternatives: ['community-acquired-pneumonia', 'costochondritis'].map((id) => ({
      id,
      why: { en: 'near' },
    })),
    mustConsider: ['pulmonary-embolism', 'a-disease-that-is-no-more'],
  },
});
const TEST: PlannedRound['task'] = {
  task: 'next-test',
  spec: { options: [{ id: 'chest-x-ray' }, { id: 'no-test-yet' }], several: false },
};

/** How many of the students have that habit. */
const having = (habit: Habit): number =>
  Array.from({ length: STUDENTS }, (_, at) => simulatedStudent(ROOM_ID, at + 1)).filter(
    (each) => each.habit === habit,
  ).length;

describe('a rehearsal', () => {
  let hall: ReturnType<typeof Hall.inMemory>;
  const ref = (roomId: string) => ({ tenantId: TENANT, roomId });

  beforeEach(() => {
    hall = Hall.inMemory();
  });

  /** So many seconds in which the service looks after its students. */
  const passes = async (seconds: number): Promise<void> => {
    for (let turn = 0; turn < seconds; turn += 1) {
      hall.after(1);
      await hall.awake.execute();
      await hall.rehearsals.execute();
      await hall.counting.run(hall.tally);
    }
  };
  const rehearsal = async (
    rounds: readonly RoundPlan[] = [round(1, DIFFERENTIAL), round(2, DIFFERENTIAL, null)],
    body = BODY,
    teams?: RoomPlan['teams'],
  ): Promise<string> => {
    const more = { rehearsal: { students: STUDENTS }, ...(teams && { teams }) };
    const given = { ...aRoom({}, rounds, hall.clock.now(), more), roomId: ROOM_ID, body };
    await hall.rooms.add(given, 50);
    return ROOM_ID;
  };
  const filled = async (...given: Parameters<typeof rehearsal>) => {
    const roomId = await rehearsal(...given);
    await passes(7);
    const [first = '', second = ''] = await hall.roundIds(roomId);
    return { roomId, first, second };
  };
  const roomOf = async (roomId: string) => (await hall.find.byId(ref(roomId))).room;
  const answered = async (roomId: string) => (await hall.frame(roomId)).teacher.answered.count;
  const rows = async (roomId: string) => (await hall.read.rows(META, roomId, AUTHOR, 0)).items;

  describe('seats', () => {
    it('fill within seconds, beside true phones, each student once', async () => {
      const roomId = await rehearsal();
      await passes(1);
      const some = (await roomOf(roomId)).rehearsal?.numbers.length ?? 0;
      expect(some).toBeGreaterThan(0);
      expect(some).toBeLessThan(STUDENTS);
      const [phone = ''] = await hall.seats(roomId, 1);
      await passes(9);
      const room = await roomOf(roomId);
      const [own] = await hall.answers.people(ref(roomId), [phone]);
      expect(room.rehearsal?.numbers).toHaveLength(STUDENTS);
      expect(new Set([...(room.rehearsal?.numbers ?? []), own?.number])).toHaveProperty('size', STUDENTS + 1);
      expect(isSimulated(room, own?.number ?? 0)).toBe(false);
      expect((await hall.frame(roomId)).participant.participants).toBe(STUDENTS + 1);
    });

    it('are taken where an account is asked for, and not where the room is locked', async () => {
      const roomId = await rehearsal();
      await hall.rooms.change(ref(roomId), ({ room }) => ({ room: { ...room, entry: 'account' } }));
      await hall.act(roomId, { type: 'lock', locked: true });
      await passes(8);
      expect((await roomOf(roomId)).rehearsal?.numbers).toEqual([]);
      await hall.act(roomId, { type: 'lock', locked: false });
      await passes(1);
      expect((await roomOf(roomId)).rehearsal?.numbers).toHaveLength(STUDENTS);
    });

    it('are nobody’s to come back to: what a phone sends arrives as a hash', () => {
      const [own] = seatStudents(
        { ...aRoom({}, [], undefined, { rehearsal: { students: 1 } }) },
        1,
        new Date(),
      ).added;
      const { joinKeyHash = '', resumeHash = '' } = own ?? {};
      expect(GivenJoin.safeParse(aJoin('1', { joinKeyHash })).success).toBe(false);
      expect(GivenJoin.safeParse(aJoin('1', { resumeHash, resumes: true })).success).toBe(false);
    });
  });

  describe('answers', () => {
    it('come over the time of the question, are counted as others are, and end exactly', async () => {
      const { roomId, first } = await filled();
      await hall.act(roomId, { type: 'open', roundId: first });
      await passes(20);
      const early = await answered(roomId);
      expect(early).toBeGreaterThan(0);
      expect(early).toBeLessThan(STUDENTS);
      await passes(39);
      const punctual = having('punctual');
      expect(await answered(roomId)).toBe(punctual);
      await hall.act(roomId, { type: 'close', roundId: first });
      const results = await hall.read.results(META, roomId, AUTHOR);
      expect(results).toMatchObject({ rehearsal: true, participants: STUDENTS });
      expect(results.rounds[0]).toMatchObject({ answered: punctual, scores: { of: punctual } });
      expect(results.rounds[0]?.unmatched.length).toBeGreaterThan(0);
    });

    it('are drawn around the engine where it has spoken', async () => {
      const diseaseIds = ['costochondritis', 'community-acquired-pneumonia', 'pulmonary-embolism'];
      const differential = diseaseIds.map((diseaseId, at) =>
        codedDiseases.build({
          rank: at + 1,
          diseaseId,
          probability: [0.7, 0.15, 0.1][at] ?? 0,
          score: [2.6, 1.1, 0.7][at] ?? 0,
          priorContribution: -1 - at,
        }),
      );
      const { roomId, first } = await filled();
      await hall.frame(roomId);
      for (const id of hall.forecasts.sent)
        await hall.forecasts.keep(TENANT, id, {
          kind: 'answered',
          answer: codedAnswers.build({ differential, excluded: [] }),
        });
      await hall.act(roomId, { type: 'open', roundId: first });
      await passes(59);
      await hall.act(roomId, { type: 'close', roundId: first });
      const { rounds } = await hall.read.results(META, roomId, AUTHOR);
      expect(rounds[0]?.class).toMatchObject({ linear: [{ diseaseId: 'costochondritis' }, {}, {}] });
    });

    it('are the same after a restart, and none comes twice', async () => {
      const { roomId, first } = await filled();
      await hall.act(roomId, { type: 'open', roundId: first });
      await passes(30);
      const before = await hall.answers.revisions(ref(roomId), { roundId: first, attempt: 1 });
      const signals = hall.memory.signals.length;
      await hall.rehearsals.execute();
      expect(await hall.answers.revisions(ref(roomId), { roundId: first, attempt: 1 })).toEqual(before);
      expect(hall.memory.signals).toHaveLength(signals);
    });

    it('stop with the close but for those that come late, and begin anew after a reset', async () => {
      const { roomId, first } = await filled();
      await hall.act(roomId, { type: 'open', roundId: first });
      await passes(20);
      const count = await answered(roomId);
      await hall.act(roomId, { type: 'close', roundId: first });
      await passes(30);
      const { rounds } = await hall.read.results(META, roomId, AUTHOR);
      expect(rounds[0]?.answered).toBe(count);
      expect(rounds[0]?.late).toBe(having('late'));
      await hall.act(roomId, { type: 'reset', roundId: first });
      await passes(2);
      expect((await hall.answers.revisions(ref(roomId), { roundId: first, attempt: 2 })).size).toBe(0);
      await hall.act(roomId, { type: 'open', roundId: first });
      await passes(20);
      expect(
        (await hall.answers.revisions(ref(roomId), { roundId: first, attempt: 2 })).size,
      ).toBeGreaterThan(0);
    });

    it('stop with the end of the room, and of whom the teacher removed', async () => {
      const { roomId, first } = await filled();
      const [gone = 0] = (await roomOf(roomId)).rehearsal?.numbers ?? [];
      await hall.act(roomId, { type: 'remove', number: gone });
      await hall.act(roomId, { type: 'open', roundId: first });
      await passes(10);
      await hall.act(roomId, { type: 'end' });
      const sent = await hall.answers.revisions(ref(roomId), { roundId: first, attempt: 1 });
      expect(sent.has(studentIdOf({ roomId }, 1))).toBe(false);
      await passes(30);
      expect(await hall.answers.revisions(ref(roomId), { roundId: first, attempt: 1 })).toEqual(sent);
    });

    it('choose tests as the teacher judges them, and write no sentences', async () => {
      const choices = [[{ testId: 'chest-x-ray', verdict: 'best' as const, why: { en: 'It tells.' } }], []];
      const rounds = [round(1, TEST), round(1, { task: 'representation' })];
      const { roomId, first, second } = await filled(rounds, { ...BODY, choices });
      await hall.act(roomId, { type: 'open', roundId: first });
      await passes(59);
      await hall.act(roomId, { type: 'close', roundId: first });
      const { rounds: told } = await hall.read.results(META, roomId, AUTHOR);
      const chosen = told[0]?.class?.kind === 'choice' ? told[0].class.options : [];
      expect(chosen[0]).toMatchObject({ optionId: 'chest-x-ray' });
      await hall.act(roomId, { type: 'open', roundId: second });
      await passes(59);
      expect(await answered(roomId)).toBe(0);
    });

    it('of a team come from whoever holds its pen, once', async () => {
      const alone = round(1, DIFFERENTIAL);
      const together = { ...round(1, DIFFERENTIAL), answerBy: 'team' as const };
      const { roomId } = await filled([alone, together], BODY, { size: 4, by: 'number' });
      await hall.act(roomId, { type: 'open', roundId: alone.id });
      await passes(59);
      await hall.act(roomId, { type: 'close', roundId: alone.id });
      await hall.act(roomId, { type: 'open', roundId: together.id });
      await passes(59);
      const { count, of } = (await hall.frame(roomId)).teacher.answered;
      expect(of).toBe(STUDENTS / 4);
      expect(count).toBeGreaterThan(of / 2);
      expect(count).toBeLessThanOrEqual(of);
    });

    it('are not there where there are fewer than three diseases to think of', async () => {
      const { roomId, first } = await filled([round(1, DIFFERENTIAL)], aBody());
      await hall.act(roomId, { type: 'open', roundId: first });
      await passes(59);
      expect(await answered(roomId)).toBe(0);
    });
  });

  it('is marked wherever it is told, and so are its students', async () => {
    const { roomId, first } = await filled();
    const [phone = ''] = await hall.seats(roomId, 1);
    await hall.act(roomId, { type: 'open', roundId: first });
    await hall.send(roomId, submission(first, phone, { answer: aList() }));
    const { participant, teacher } = await hall.frame(roomId);
    expect([participant.rehearsal, teacher.rehearsal]).toEqual([true, true]);
    expect(await hall.find.execute(roomId)).toMatchObject({ rehearsal: true });
    const list = await hall.list.execute({ meta: META, by: AUTHOR, limit: 1 });
    expect(list.items).toMatchObject([{ id: roomId, rehearsal: true }]);
    const told = await rows(roomId);
    expect(told.filter(({ simulated }) => simulated === true)).toHaveLength(STUDENTS);
    expect(told.filter(({ simulated }) => simulated === undefined)).toHaveLength(1);
    expect(hall.memory.records).toMatchObject([{ kind: 'key-committed', record: { rehearsal: true } }]);
  });

  it('counts nowhere: no metric, no case taken, and other rooms are left alone', async () => {
    const { roomId, first } = await filled();
    const other = await hall.open();
    await hall.act(roomId, { type: 'open', roundId: first });
    await passes(61);
    await hall.timers.execute();
    await new ReportRooms(hall.rooms, hall.metrics).execute();
    const counted = (metric: string) => hall.metrics.registry.getSingleMetricAsString(metric);
    expect(await counted('openrounds_rooms_open')).toMatch(/\} 1$/m);
    expect(await counted('openrounds_room_participants')).toMatch(/\} 0$/m);
    expect(await counted('openrounds_room_answers_total')).not.toMatch(/\} [1-9]/);
    expect(await counted('openrounds_room_rounds_timed_out_total')).not.toMatch(/\} [1-9]/);
    expect((await roomOf(other)).nextNumber).toBe(1);
    const by = { subject: AUTHOR.subject, role: 'student' as const };
    const taken = await hall.library.execute({ meta: META, by, limit: 10, from: 0, taken: true });
    expect(taken.items).toEqual([]);
  });

  it('is purged as every room', async () => {
    const { roomId, first } = await filled();
    await hall.act(roomId, { type: 'open', roundId: first });
    await passes(30);
    await hall.act(roomId, { type: 'end' });
    hall.after(91 * 86_400);
    const kept = { people: 90 * 86_400, comments: 180 * 86_400, rooms: 400 * 86_400 };
    const purge = new PurgeRooms(hall.rooms, kept, hall.clock, hall.metrics);
    await purge.execute();
    expect(await rows(roomId)).toEqual([]);
    hall.after(310 * 86_400);
    await purge.execute();
    expect(await hall.rooms.find(ref(roomId))).toBeUndefined();
  });
});
