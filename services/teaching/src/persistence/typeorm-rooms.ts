import { Inject, Injectable } from '@nestjs/common';
import { type CaseBody } from '@openrounds/contracts';
import { type Room } from '@openrounds/learning';
import { DATA_SOURCE, inTransaction } from '@openrounds/persistence';
import { Sealer } from '@openrounds/platform';
import { IsNull, type DataSource, type EntityManager } from 'typeorm';
import {
  type ListedRoom,
  type NewRoom,
  type RoomChange,
  type RoomRef,
  type RoomStore,
  type StoredRoom,
} from '../ports/room-store';
import { type PurgedRows } from '../ports/purged-rows';
import { ClockEntity } from './entities/clock.entity';
import { RoomEntity } from './entities/room.entity';
import { RoomEventEntity } from './entities/room-event.entity';
import { askForecasts } from './forecast-rows';
import { logRecord } from './log-record';
import { seenFromCourse } from './course-condition';
import { purgeRows } from './purge-rows';
import { roomColumns, RoomRows, type RoomRow } from './room-rows';
import { notifyRoom } from './room-signals';

type Wanted = Parameters<RoomStore['list']>[1];

/** All but the case. */
export const ROOM_COLUMNS = {
  roomId: true,
  tenantId: true,
  code: true,
  ownerSubject: true,
  caseId: true,
  caseVersion: true,
  classId: true,
  contentHash: true,
  state: true,
  rehearsal: true,
  room: true,
  versions: true,
  planted: true,
  words: true,
  keyHash: true,
  keySalt: true,
  createdAt: true,
  nextTimerAt: true,
  endedAt: true,
  releasedAt: true,
} as const satisfies Record<keyof RoomRow, true>;

/** Of tables beside that of rooms, too. */
const ENDED = 'room_id IN (SELECT room_id FROM rooms WHERE ended_at < $1)';
/** Rooms that still have people or answers, locked so that nobody is forgotten meanwhile. */
const ANSWERED = `
  SELECT * FROM (
    SELECT tenant_id AS "tenantId", room_id AS "roomId",
           (SELECT count(*)::int FROM participants WHERE participants.room_id = rooms.room_id) AS participants,
           (SELECT count(*)::int FROM submissions WHERE submissions.room_id = rooms.room_id) AS answers
      FROM rooms WHERE ended_at < $1 ORDER BY room_id FOR UPDATE
  ) AS ended WHERE participants > 0 OR answers > 0`;
const ASKS_FOR_CODE = /^\d{6}$/;
const CLOCK_ROW = 1;

@Injectable()
export class TypeOrmRooms implements RoomStore {
  private readonly rows: RoomRows;

  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    sealer: Sealer,
  ) {
    this.rows = new RoomRows(sealer);
  }

  add(given: NewRoom, most: number): Promise<'stored' | 'too-many' | 'code-taken'> {
    const { tenantId, roomId } = given;
    return this.dataSource.transaction(async (manager) => {
      // Two at once are counted one after the other.
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 2))', [tenantId]);
      if (await manager.existsBy(RoomEntity, { roomId })) return 'stored';
      if ((await manager.countBy(RoomEntity, { tenantId, endedAt: IsNull() })) >= most) return 'too-many';
      const inserted = await manager
        .createQueryBuilder()
        .insert()
        .into(RoomEntity)
        .values(this.rows.rowOf(given) as never)
        .orIgnore()
        .returning(['roomId'])
        .execute();
      if (!Array.isArray(inserted.raw) || inserted.raw.length === 0) return 'code-taken';
      await askForecasts(manager, given.forecasts, given.createdAt);
      return 'stored';
    });
  }

  async find({ tenantId, roomId }: RoomRef): Promise<StoredRoom | undefined> {
    const where = { tenantId, roomId };
    const row = await this.dataSource.manager.findOne(RoomEntity, { select: ROOM_COLUMNS, where });
    return row === null ? undefined : this.rows.roomOf(row);
  }

  async findByAddress(address: string): Promise<StoredRoom | undefined> {
    const row = await this.dataSource.manager.findOne(RoomEntity, {
      select: ROOM_COLUMNS,
      where: ASKS_FOR_CODE.test(address) ? { code: address } : { roomId: address },
      order: { endedAt: { direction: 'DESC', nulls: 'FIRST' } },
    });
    return row === null ? undefined : this.rows.roomOf(row);
  }

  async readCase({ tenantId, roomId }: RoomRef): Promise<CaseBody | undefined> {
    const row = await this.dataSource.manager.findOne(RoomEntity, {
      select: { roomId: true, tenantId: true, body: true },
      where: { tenantId, roomId },
    });
    return row === null ? undefined : this.rows.caseOf(row);
  }

  async list(
    tenantId: string,
    { of, limit, before, state, classId }: Wanted,
  ): Promise<readonly ListedRoom[]> {
    const query = this.dataSource.manager
      .createQueryBuilder(RoomEntity, 'r')
      .select([...Object.keys(ROOM_COLUMNS), 'card'].map((column) => `r.${column}`))
      .where('r.tenantId = :tenantId', { tenantId })
      .orderBy('r.roomId', 'DESC')
      .take(limit);
    if (of.kind === 'led') {
      const led = '(r.ownerSubject = :owner OR r.classId = ANY(:classIds))';
      const { course, owner, classIds } = of;
      query.andWhere(course === undefined ? led : seenFromCourse('r.roomId', led), {
        ...{ owner, classIds },
        ...course,
      });
    }
    if (before !== undefined) query.andWhere('r.roomId < :before', { before });
    if (state !== undefined) query.andWhere('r.state = :state', { state });
    if (classId !== undefined) query.andWhere('r.classId = :classId', { classId });
    return (await query.getMany()).map((row) => ({
      ...this.rows.roomOf(row),
      title: this.rows.titleOf(row),
    }));
  }

  change(ref: RoomRef, decide: (stored: StoredRoom) => RoomChange | null): Promise<StoredRoom | undefined> {
    return inTransaction(this.dataSource, async (manager) => {
      const row = await lockRoom(manager, ref, 'pessimistic_write');
      if (row === undefined) return undefined;
      const stored = this.rows.roomOf(row);
      const change = decide(stored);
      if (change === null) return stored;
      await this.apply(manager, stored, change);
      const { room, words = stored.words, planted = stored.planted } = change;
      return { ...stored, room, words, planted, released: stored.released || change.released === true };
    });
  }

  /** Asked twice a second for as long as the service runs, hence, as the next two, in plain SQL. */
  due(now: Date): Promise<readonly RoomRef[]> {
    return this.dataSource.query<RoomRef[]>(
      'SELECT tenant_id AS "tenantId", room_id AS "roomId" FROM rooms WHERE next_timer_at <= $1',
      [now],
    );
  }

  active(): Promise<readonly RoomRef[]> {
    return this.dataSource.query<RoomRef[]>(
      `SELECT tenant_id AS "tenantId", room_id AS "roomId" FROM rooms
        WHERE state = $1 OR (ended_at IS NOT NULL AND released_at IS NULL)`,
      ['running'],
    );
  }

  rehearsing(): Promise<readonly RoomRef[]> {
    return this.dataSource.manager.find(RoomEntity, {
      select: { tenantId: true, roomId: true },
      where: { rehearsal: true, endedAt: IsNull() },
    });
  }

  async tick(now: Date, asleepMs: number, giveBack: (room: Room, lastTickAt: number) => Room): Promise<void> {
    if (await tickAwake(this.dataSource.manager, now, asleepMs)) return;
    await inTransaction(this.dataSource, async (manager) => {
      const lastTickAt = await lockClock(manager, now);
      if (now.getTime() - lastTickAt.getTime() > asleepMs) await giveBackTo(manager, lastTickAt, giveBack);
      if (now > lastTickAt) await manager.update(ClockEntity, { id: CLOCK_ROW }, { tickedAt: now });
    });
  }

  releaseCase(tenantId: string, caseId: string): Promise<'released' | 'in-room'> {
    return this.dataSource.transaction(async (manager) => {
      const these = { tenantId, caseId };
      if (await manager.existsBy(RoomEntity, { ...these, endedAt: IsNull() })) return 'in-room';
      await manager.update(RoomEntity, these, { body: null, card: null });
      return 'released';
    });
  }

  async purge(
    { people, comments, rooms }: Parameters<RoomStore['purge']>[0],
    recordOf: Parameters<RoomStore['purge']>[1],
  ): Promise<PurgedRows> {
    const ofEnded = (...tables: string[]) => Object.fromEntries(tables.map((table) => [table, ENDED]));
    const ofPeople = `person_id IN (SELECT participant_id FROM participants WHERE ${ENDED})`;
    const old = await purgeRows(this.dataSource, comments, { comments: 'at < $1' });
    // Before the rooms, by whose end it is told that they are old.
    const ofAll = await purgeRows(
      this.dataSource,
      people,
      {
        consents: ofPeople,
        role_requests: `participant_id IN (SELECT participant_id FROM participants WHERE ${ENDED})`,
        ...ofEnded('results', 'submissions', 'participants'),
      },
      { select: ANSWERED, recordOf: recordOf.answers },
    );
    const ofRooms = await purgeRows(
      this.dataSource,
      rooms,
      {
        course_links: `content_id IN (SELECT room_id FROM rooms WHERE ended_at < $1)`,
        ...ofEnded('comments', 'tallies', 'room_events', 'rooms'),
      },
      {
        select: `SELECT tenant_id AS "tenantId", room_id AS "roomId" FROM rooms WHERE ended_at < $1
                  ORDER BY room_id FOR UPDATE`,
        recordOf: recordOf.room,
      },
    );
    return { ...ofAll, ...ofRooms, comments: (old['comments'] ?? 0) + (ofRooms['comments'] ?? 0) };
  }

  async casesTakenBy(tenantId: string, subject: string): Promise<ReadonlySet<string>> {
    const rows = await this.dataSource.query<{ case_id: string }[]>(
      `SELECT DISTINCT case_id FROM rooms
        WHERE tenant_id = $1 AND state <> 'lobby' AND ((owner_subject = $2 AND NOT rehearsal)
          OR room_id IN (SELECT room_id FROM participants WHERE tenant_id = $1 AND subject = $2))`,
      [tenantId, subject],
    );
    return new Set(rows.map((row) => row.case_id));
  }

  casesInRooms(tenantId: string): Promise<readonly { caseId: string; classId: string | null }[]> {
    return this.dataSource.manager.find(RoomEntity, {
      select: { caseId: true, classId: true },
      where: { tenantId, state: 'running' },
    });
  }

  async load(): Promise<{ rooms: number; participants: number }> {
    const [counts = { rooms: 0, participants: 0 }] = await this.dataSource.query<
      { rooms: number; participants: number }[]
    >(
      `SELECT count(DISTINCT rooms.room_id)::int AS rooms, count(participants.participant_id)::int AS participants
         FROM rooms LEFT JOIN participants ON participants.room_id = rooms.room_id
        WHERE rooms.ended_at IS NULL AND NOT rooms.rehearsal`,
    );
    return counts;
  }

  private async apply(manager: EntityManager, ref: RoomRef, change: RoomChange): Promise<void> {
    const { room, words, planted, event, records = [], released } = change;
    await saveRoom(manager, ref.roomId, room, {
      ...(words === undefined ? {} : { words: this.rows.words(ref, words) }),
      ...(planted === undefined ? {} : { planted: { ...planted } }),
      ...(released === undefined ? {} : { releasedAt: new Date() }),
    });
    if (event !== undefined)
      await manager.insert(RoomEventEntity, { ...event, roomId: ref.roomId, seq: room.seq } as never);
    for (const record of records) await logRecord(manager, record);
  }
}

/** The room, locked until the transaction ends: for a change, or so that nobody changes it meanwhile. */
export async function lockRoom(
  manager: EntityManager,
  { tenantId, roomId }: RoomRef,
  mode: 'pessimistic_write' | 'pessimistic_read',
): Promise<RoomRow | undefined> {
  const where = { tenantId, roomId };
  const row = await manager.findOne(RoomEntity, { select: ROOM_COLUMNS, where, lock: { mode } });
  return row ?? undefined;
}

/** Writes the protocol's state with all that follows from it, and tells who listens. */
export async function saveRoom(
  manager: EntityManager,
  roomId: string,
  room: Room,
  columns: Partial<Pick<RoomEntity, 'planted' | 'releasedAt' | 'words'>> = {},
): Promise<void> {
  await manager.update(RoomEntity, { roomId }, { ...roomColumns(room), ...columns } as never);
  await notifyRoom(manager, roomId);
}

async function giveBackTo(
  manager: EntityManager,
  lastTickAt: Date,
  giveBack: (room: Room, lastTickAt: number) => Room,
): Promise<void> {
  const running = await manager.find(RoomEntity, {
    select: ROOM_COLUMNS,
    where: { state: 'running' },
    lock: { mode: 'pessimistic_write' },
    order: { roomId: 'ASC' },
  });
  for (const row of running) {
    const room = giveBack(row.room, lastTickAt.getTime());
    if (room !== row.room) await saveRoom(manager, row.roomId, room);
  }
}

/** Moves the clock on where nobody slept, which is nearly always. @returns whether that was all */
async function tickAwake(manager: EntityManager, now: Date, asleepMs: number): Promise<boolean> {
  const [, moved] = await manager.query<[unknown[], number]>(
    'UPDATE clocks SET ticked_at = $2 WHERE id = $1 AND ticked_at BETWEEN $3 AND $2',
    [CLOCK_ROW, now, new Date(now.getTime() - asleepMs)],
  );
  return moved > 0;
}

/** The last tick, locked; now where there was none. */
async function lockClock(manager: EntityManager, now: Date): Promise<Date> {
  await manager
    .createQueryBuilder()
    .insert()
    .into(ClockEntity)
    .values({ id: CLOCK_ROW, tickedAt: now })
    .orIgnore()
    .execute();
  const row = await manager.findOneOrFail(ClockEntity, {
    where: { id: CLOCK_ROW },
    lock: { mode: 'pessimistic_write' },
  });
  return row.tickedAt;
}
