import { Inject, Injectable } from '@nestjs/common';
import { type Room } from '@openrounds/learning';
import { DATA_SOURCE, inTransaction } from '@openrounds/persistence';
import { Sealer } from '@openrounds/platform';
import { In, MoreThan, type DataSource, type EntityManager } from 'typeorm';
import {
  type Agreed,
  type AnswerKey,
  type AnswerStore,
  type Chosen,
  type NewParticipant,
  type NewTally,
  type Part,
  type Participant,
  type Person,
  type Recorded,
  type StoredTally,
  type TallyReader,
} from '../ports/answer-store';
import { type Decision } from '../ports/learner-store';
import { type RoomRef, type StoredRoom } from '../ports/room-store';
import { AnswerRows } from './answer-rows';
import { ConsentEntity } from './entities/consent.entity';
import { CommentEntity } from './entities/comment.entity';
import { ParticipantEntity } from './entities/participant.entity';
import { ResultEntity } from './entities/result.entity';
import { RoleRequestEntity } from './entities/role-request.entity';
import { RoomEntity } from './entities/room.entity';
import { SubmissionEntity } from './entities/submission.entity';
import { TallyEntity } from './entities/tally.entity';
import { decisionOf, newestDecisions } from './learner-rows';
import { logErasure } from './log-record';
import { RoomRows } from './room-rows';
import { notifyRoom } from './room-signals';
import { keptOf, writeSubmissions } from './submission-rows';
import { saveTally, tallyOf, tallyReader } from './tally-rows';
import { lockRoom, ROOM_COLUMNS, saveRoom } from './typeorm-rooms';

/** As many decisions as fit into a payload, and more than anybody makes. */
const MOST_DECISIONS = 500;

@Injectable()
export class TypeOrmAnswers implements AnswerStore {
  private readonly rows: AnswerRows;
  private readonly rooms: RoomRows;

  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    sealer: Sealer,
  ) {
    this.rows = new AnswerRows(sealer);
    this.rooms = new RoomRows(sealer);
  }

  join<T extends { readonly room: Room; readonly added: readonly NewParticipant[] }>(
    ref: RoomRef,
    { joinKeys, resumes }: Parameters<AnswerStore['join']>[1],
    seat: (stored: StoredRoom, known: readonly Participant[]) => T,
  ): Promise<T | undefined> {
    return inTransaction(this.dataSource, async (manager) => {
      const row = await lockRoom(manager, ref, 'pessimistic_write');
      if (row === undefined) return undefined;
      const { roomId } = ref;
      const known = await manager.findBy(ParticipantEntity, [
        { roomId, joinKeyHash: In([...joinKeys]) },
        { roomId, resumeHash: In([...resumes]) },
      ]);
      const seated = seat(this.rooms.roomOf(row), known);
      if (seated.added.length === 0) return seated;
      const added = seated.added.map((each) => this.rows.participantRow(ref, each));
      await manager.insert(ParticipantEntity, added as never);
      for (const { participantId, decisions } of seated.added)
        await addConsents(manager, ref, participantId, decisions);
      await saveRoom(manager, roomId, seated.room);
      return seated;
    });
  }

  record(
    ref: RoomRef,
    participantIds: readonly string[],
    choose: (stored: StoredRoom, present: ReadonlyMap<string, number>) => Chosen,
  ): Promise<Recorded | undefined> {
    return inTransaction(this.dataSource, async (manager) => {
      // Shared, so that batches run side by side, and a round is neither closed nor reset meanwhile.
      const row = await lockRoom(manager, ref, 'pessimistic_read');
      if (row === undefined) return undefined;
      const stored = this.rooms.roomOf(row);
      const present = await numbersOf(manager, ref, participantIds);
      const { write, look } = choose(stored, present);
      const rows = write.map((answer) => this.rows.submissionRow(ref, answer));
      const written = await writeSubmissions(manager, rows);
      return { stored, present, written, kept: await keptOf(manager, look) };
    });
  }

  tally(
    ref: RoomRef,
    roundId: string,
    make: (read: TallyReader) => Promise<NewTally | null>,
  ): Promise<'changed' | 'unchanged'> {
    return this.dataSource.transaction(async (manager) => {
      // Of two that count at once the second sees all that the first saw.
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 3))', [roundId]);
      const { tenantId, roomId } = ref;
      const row = await manager.findOne(RoomEntity, { select: ROOM_COLUMNS, where: { tenantId, roomId } });
      if (row === null) return 'unchanged';
      const made = await make(tallyReader(manager, this.rows, this.rooms.roomOf(row), roundId));
      if (made === null || !(await saveTally(manager, roomId, roundId, made))) return 'unchanged';
      await notifyRoom(manager, roomId);
      return 'changed';
    });
  }

  async revisions(
    { roomId }: RoomRef,
    { roundId, attempt }: Pick<AnswerKey, 'roundId' | 'attempt'>,
  ): Promise<ReadonlyMap<string, number>> {
    const rows = await this.dataSource.manager.find(SubmissionEntity, {
      select: { roundId: true, attempt: true, participantId: true, revision: true },
      where: { roomId, roundId, attempt },
    });
    return new Map(rows.map(({ participantId, revision }) => [participantId, revision]));
  }

  async tallies({ roomId }: RoomRef): Promise<readonly StoredTally[]> {
    return (await this.dataSource.manager.findBy(TallyEntity, { roomId })).map(tallyOf);
  }

  people({ tenantId, roomId }: RoomRef, participantIds: readonly string[]): Promise<readonly Person[]> {
    const where = { tenantId, roomId, participantId: In([...participantIds]) };
    return this.whole(this.dataSource.manager.find(ParticipantEntity, { where, order: { number: 'ASC' } }));
  }

  peopleOf({ tenantId, roomId }: RoomRef, numbers: readonly number[]): Promise<readonly Person[]> {
    const where = { tenantId, roomId, number: In([...numbers]) };
    return this.whole(this.dataSource.manager.find(ParticipantEntity, { where, order: { number: 'ASC' } }));
  }

  async partsOf({ roomId }: RoomRef, teamIds: readonly string[]): Promise<ReadonlyMap<string, Part>> {
    const these = { roomId, participantId: In([...teamIds]) };
    const answers = grouped(await this.dataSource.manager.findBy(SubmissionEntity, these));
    const results = grouped(await this.dataSource.manager.findBy(ResultEntity, these));
    return new Map(
      [...answers].map(([id, rows]) => [id, this.rows.partOf(rows, results.get(id) ?? [])] as const),
    );
  }

  peopleAfter({ tenantId, roomId }: RoomRef, number: number, limit: number): Promise<readonly Person[]> {
    const where = { tenantId, roomId, number: MoreThan(number) };
    return this.whole(
      this.dataSource.manager.find(ParticipantEntity, { where, order: { number: 'ASC' }, take: limit }),
    );
  }

  seatsOf(
    tenantId: string,
    subject: string,
    after: string | null,
    limit: number,
  ): Promise<readonly { roomId: string; participantId: string }[]> {
    return this.dataSource.manager.find(ParticipantEntity, {
      select: { roomId: true, participantId: true },
      where: { tenantId, subject, ...(after === null ? {} : { participantId: MoreThan(after) }) },
      order: { participantId: 'ASC' },
      take: limit,
    });
  }

  agree(
    { tenantId, roomId }: RoomRef,
    participantId: string,
    decide: (agreed: Agreed) => readonly Decision[],
  ): Promise<Agreed | undefined> {
    return this.dataSource.transaction(async (manager) => {
      const where = { tenantId, roomId, participantId };
      const lock = { mode: 'pessimistic_write' } as const;
      const row = await manager.findOne(ParticipantEntity, { where, lock });
      if (row === null) return undefined;
      const person = { tenantId, id: participantId };
      const before = await newestDecisions(manager, person);
      const added = decide({ decisions: before, ofLearner: row.subject !== null });
      await addConsents(manager, { tenantId }, participantId, added);
      const leaves = added.some(({ purpose, granted }) => purpose === 'keep' && !granted);
      if (leaves) await manager.update(ParticipantEntity, where, { subject: null });
      const ofLearner = row.subject !== null && !leaves;
      return { decisions: await newestDecisions(manager, person), ofLearner };
    });
  }

  async decisionsOf({ tenantId }: RoomRef, participantId: string): Promise<readonly Decision[]> {
    const where = { tenantId, personId: participantId };
    const rows = await this.dataSource.manager.find(ConsentEntity, {
      where,
      order: { at: 'ASC' },
      take: MOST_DECISIONS,
    });
    return rows.map(decisionOf);
  }

  forgetTeams({ roomId }: RoomRef, teamIds: readonly string[]): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      for (const entity of [ResultEntity, SubmissionEntity])
        await manager.delete(entity, { roomId, participantId: In([...teamIds]) });
    });
  }

  forget(
    { tenantId, roomId }: RoomRef,
    participantId: string,
    recordOf: Parameters<AnswerStore['forget']>[2],
  ): Promise<{ number: number } | undefined> {
    return this.dataSource.transaction(async (manager) => {
      const row = await manager.findOneBy(ParticipantEntity, { tenantId, roomId, participantId });
      if (row === null) return undefined;
      const { affected } = await manager.delete(SubmissionEntity, { roomId, participantId });
      for (const entity of [ResultEntity, CommentEntity, ParticipantEntity])
        await manager.delete(entity, { roomId, participantId });
      await manager.delete(ConsentEntity, { personId: participantId });
      await manager.delete(RoleRequestEntity, { tenantId, participantId });
      await logErasure(manager, recordOf(affected ?? 0));
      return { number: row.number };
    });
  }

  /** People with their answers and scores, read in two statements for all of them. */
  private async whole(found: Promise<ParticipantEntity[]>): Promise<readonly Person[]> {
    const people = await found;
    const [first] = people;
    if (first === undefined) return [];
    const these = { roomId: first.roomId, participantId: In(people.map((each) => each.participantId)) };
    const answers = grouped(await this.dataSource.manager.findBy(SubmissionEntity, these));
    const results = grouped(await this.dataSource.manager.findBy(ResultEntity, these));
    return people.map((row) =>
      this.rows.personOf(row, answers.get(row.participantId) ?? [], results.get(row.participantId) ?? []),
    );
  }
}

async function addConsents(
  manager: EntityManager,
  { tenantId }: Pick<RoomRef, 'tenantId'>,
  personId: string,
  decisions: readonly Decision[],
): Promise<void> {
  if (decisions.length === 0) return;
  await manager.insert(
    ConsentEntity,
    decisions.map((each) => ({ ...each, tenantId, personId })),
  );
}

/** Numbers of those who are (still) in the room. */
async function numbersOf(
  manager: EntityManager,
  { roomId }: RoomRef,
  participantIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await manager.query<{ id: string; number: number }[]>(
    'SELECT participant_id AS id, number FROM participants WHERE room_id = $1 AND participant_id = ANY($2::uuid[])',
    [roomId, participantIds],
  );
  return new Map(rows.map(({ id, number }) => [id, number]));
}

function grouped<Row extends { readonly participantId: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.participantId, [...(groups.get(row.participantId) ?? []), row]);
  return groups;
}
