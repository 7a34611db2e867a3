import { readRoomSignal, ROOM_CHANNEL, type RoomSignal } from '@openrounds/contracts';
import { rewrapSeals } from '@openrounds/persistence';
import { newId, Sealer } from '@openrounds/platform';
import { eventually, openMigratedDatabase, testSealer, type MigratedDatabase } from '@openrounds/testing';
import { Client } from 'pg';
import { answersErased, roomErased } from '../../src/model/erasure-records';
import { ENTITIES } from '../../src/persistence/entities';
import { MIGRATIONS } from '../../src/persistence/migrations';
import { SEALED_COLUMNS } from '../../src/persistence/sealed-columns';
import { TypeOrmAnswers } from '../../src/persistence/typeorm-answers';
import { TypeOrmComments } from '../../src/persistence/typeorm-comments';
import { TypeOrmRooms } from '../../src/persistence/typeorm-rooms';
import { aJoin, aList, Hall, submission, TENANT } from '../fixtures/rooms';
import { AUTHOR, META } from '../fixtures/cases';

/** What many do at once, against the real database. */
describe('rooms in Postgres', () => {
  let opened: MigratedDatabase;

  const hallOf = (sealer = testSealer()): Hall =>
    new Hall(
      new TypeOrmRooms(opened.dataSource, sealer),
      new TypeOrmAnswers(opened.dataSource, sealer),
      new TypeOrmComments(opened.dataSource, sealer),
    );

  beforeAll(async () => {
    opened = await openMigratedDatabase({ schema: 'teaching', entities: ENTITIES, migrations: MIGRATIONS });
  });
  afterAll(() => opened.close());

  const voting = async (many: number) => {
    const hall = hallOf();
    const roomId = await hall.open();
    const people = await hall.seats(roomId, many);
    const [first = ''] = await hall.roundIds(roomId);
    await hall.act(roomId, { type: 'open', roundId: first, seconds: null });
    return { hall, roomId, people, first };
  };

  const storedRevisions = async (roomId: string): Promise<number[]> =>
    (
      await opened.dataSource.query<{ revision: number }[]>(
        'SELECT revision FROM submissions WHERE room_id = $1',
        [roomId],
      )
    ).map(({ revision }) => revision);

  it('seats people of many batches at once under numbers without gaps, each once', async () => {
    const hall = hallOf();
    const roomId = await hall.open();
    const joins = Array.from({ length: 60 }, (_, at) => aJoin(`${roomId.slice(-6)}${String(at)}`));
    const batches = Array.from({ length: 12 }, (_, at) => joins.slice(at * 5, at * 5 + 5));
    const twice = [...batches, ...batches];
    const seats = await Promise.all(
      twice.map((batch) => hall.join.execute({ tenantId: TENANT, roomId }, batch)),
    );
    const numbers = seats.flat().map((seat) => (seat.ok ? seat.number : 0));
    expect(new Set(numbers)).toEqual(new Set(Array.from({ length: 60 }, (_, at) => at + 1)));
    expect(numbers.slice(60)).toEqual(numbers.slice(0, 60));
  });

  it('keeps the highest revision of each when batches cross in any order', async () => {
    const { hall, roomId, people, first } = await voting(40);
    const batchOf = (revision: number, order: readonly string[]) =>
      order.map((id) => submission(first, id, { revision, answer: aList(10 + revision) }));
    const backwards = [...people].reverse();
    const batches = [3, 1, 2, 3, 2, 1].map((revision, at) =>
      batchOf(revision, at % 2 === 0 ? people : backwards),
    );
    const judged = await Promise.all(
      batches.map((batch) => hall.record.execute({ tenantId: TENANT, roomId }, batch)),
    );
    expect(
      judged.flatMap((each) => each.judged).every((each) => each.ok || each.code === 'newer-revision'),
    ).toBe(true);
    expect(await storedRevisions(roomId)).toEqual(people.map(() => 3));
    const [mine] = await hall.read.mine(META, roomId, people.slice(0, 1));
    expect(mine?.rounds[0]?.own?.answer).toEqual(aList(13));
  });

  it('counts every answer that was acknowledged, however a close falls between the batches', async () => {
    const { hall, roomId, people, first } = await voting(60);
    const batches = Array.from({ length: 12 }, (_, at) => people.slice(at * 5, at * 5 + 5));
    const sent = batches.map((batch) => hall.send(roomId, ...batch.map((id) => submission(first, id))));
    const closed = hall.act(roomId, { type: 'close', roundId: first });
    const statuses = (await Promise.all(sent)).flat();
    await closed;
    await hall.tally.rounds({ tenantId: TENANT, roomId }, 'all');
    expect(statuses).toEqual(people.map(() => 'kept'));
    expect((await hall.frame(roomId)).participant.answered).toEqual({ count: 60, of: 60 });
  });

  it('counts a round once at a time, so that an older count never replaces a newer one', async () => {
    const { hall, roomId, people, first } = await voting(30);
    await Promise.all(people.map((id) => hall.send(roomId, submission(first, id))));
    const ref = { tenantId: TENANT, roomId };
    await Promise.all([1, 2, 3].map(() => hall.tally.execute(ref, first)));
    expect((await hall.frame(roomId)).participant.answered.count).toBe(30);
  });

  it('tells who listens of each change after its commit, and of none that was rolled back', async () => {
    const { hall, roomId, people, first } = await voting(1);
    const listener = new Client({ connectionString: opened.database.url('teaching') });
    const heard: (RoomSignal | undefined)[] = [];
    listener.on('notification', ({ payload }) => heard.push(readRoomSignal(payload ?? '')));
    await listener.connect();
    try {
      await listener.query(`LISTEN ${ROOM_CHANNEL}`);
      const refused = hall.act(roomId, { type: 'stage', stageNo: 9 });
      await expect(refused).rejects.toMatchObject({ code: 'invalid-request' });
      await hall.send(roomId, submission(first, people[0] ?? ''));
      const { seq } = (await hall.frame(roomId)).participant;
      await eventually('the count is told', () => heard.length > 0);
      expect(heard).toEqual([{ roomId, seq }]);
      await hall.act(roomId, { type: 'lock', locked: true });
      await eventually('the act is told', () => heard.length > 1);
      expect(heard).toEqual([
        { roomId, seq },
        { roomId, seq: seq + 1 },
      ]);
    } finally {
      await listener.end();
    }
  });

  it('counts rooms and people, tells the cases that somebody has had, and purges by table', async () => {
    const before = await hallOf().rooms.load();
    const { hall, roomId, people, first } = await voting(3);
    await hall.join.execute({ tenantId: TENANT, roomId }, [
      aJoin(newId().slice(-6), { subject: 'zhang-san' }),
    ]);
    expect(await hall.rooms.load()).toEqual({
      rooms: before.rooms + 1,
      participants: before.participants + 4,
    });
    const { caseId } = await hall.find.byId({ tenantId: TENANT, roomId });
    expect([...(await hall.rooms.casesTakenBy(TENANT, 'zhang-san'))]).toEqual([caseId]);
    expect(await hall.rooms.casesTakenBy(TENANT, AUTHOR.subject)).toContain(caseId);
    expect([...(await hall.rooms.casesTakenBy('elsewhere', 'zhang-san'))]).toEqual([]);

    await hall.send(roomId, ...people.map((id) => submission(first, id)));
    await hall.act(roomId, { type: 'end' });
    const never = new Date(0);
    const later = new Date(hall.clock.now().getTime() + 1_000);
    const purge = (before: Parameters<typeof hall.rooms.purge>[0]) =>
      hall.rooms.purge(before, {
        answers: (room) => answersErased(META, room, later),
        room: (room) => roomErased(META, room, later),
      });
    expect(await purge({ people: later, comments: never, rooms: never })).toMatchObject({
      submissions: 3,
      participants: 4,
      rooms: 0,
    });
    expect(await purge({ people: later, comments: later, rooms: later })).toMatchObject({
      participants: 0,
      rooms: 1,
    });
  });

  it('keeps what people wrote sealed, and opens it after a rotation of keys', async () => {
    const keys = { kek: Buffer.alloc(32, 1), next: Buffer.alloc(32, 2) };
    const before = new Sealer({ current: 'kek', keys: new Map(Object.entries(keys)) });
    const after = new Sealer({ current: 'next', keys: new Map(Object.entries(keys)) });
    const only = new Sealer({ current: 'next', keys: new Map([['next', keys.next]]) });
    for (const table of ['results', 'tallies', 'submissions', 'participants', 'rooms'])
      await opened.dataSource.query(`DELETE FROM ${table}`);
    const hall = hallOf(before);
    const roomId = await hall.open();
    const named = aJoin(newId().slice(-6), { name: '张三' });
    const [seat] = await hall.join.execute({ tenantId: TENANT, roomId }, [named]);
    const [first = ''] = await hall.roundIds(roomId);
    await hall.act(roomId, { type: 'open', roundId: first });
    await hall.send(roomId, submission(first, seat?.ok === true ? seat.participantId : ''));
    await hall.act(roomId, { type: 'words', text: 'Bubble', diseaseId: 'costochondritis' });
    await hall.act(roomId, { type: 'close', roundId: first });
    const dump = JSON.stringify(
      await Promise.all(
        ['rooms', 'participants', 'submissions', 'tallies', 'room_events'].map((table) =>
          opened.dataSource.query<unknown[]>(`SELECT * FROM ${table}`),
        ),
      ),
    );
    expect(dump).not.toMatch(/张三|something in her chest|[Bb]ubble|breathes in/);
    await rewrapSeals(opened.dataSource, after, SEALED_COLUMNS, {});
    const { items } = await hallOf(only).read.rows(META, roomId, AUTHOR, 0);
    expect(items).toMatchObject([{ name: '张三', answers: [{ answer: aList() }] }]);
    expect(await hallOf(only).read.stage(META, roomId, AUTHOR, 1)).toMatchObject({ no: 1 });
  });
});
