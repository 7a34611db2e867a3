import { Inject, Injectable } from '@nestjs/common';
import { type RecordStatement, SEAL_PLACES } from '@openrounds/contracts';
import { type Statement } from '@openrounds/learning-records';
import { DATA_SOURCE, inTransaction } from '@openrounds/persistence';
import { Sealer } from '@openrounds/platform';
import { In, IsNull, LessThan, MoreThan, Not, type DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { type Cmi5Session, type SaidAtLaunch } from '../model/cmi5-session';
import { type Delivery } from '../model/statement-delivery';
import { type Cmi5Sessions, type NextStatement } from '../ports/cmi5-sessions';
import { Cmi5SessionEntity } from './entities/cmi5-session.entity';
import { StatementEntity } from './entities/statement.entity';
import { addStatements, queueSession, statedSoFar } from './statement-rows';

const BATCH = 100;

@Injectable()
export class TypeOrmCmi5Sessions implements Cmi5Sessions {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    private readonly sealer: Sealer,
  ) {}

  begin(
    session: Cmi5Session,
    { token, ...ticket }: Parameters<Cmi5Sessions['begin']>[1],
    decide: Parameters<Cmi5Sessions['begin']>[2],
    requestId: string,
  ): Promise<void> {
    const { tenantId, id, startedAt, said, ...rest } = session;
    return inTransaction(this.dataSource, async (manager) => {
      await manager.insert(Cmi5SessionEntity, {
        ...{ ...rest, ...ticket, tenantId, id, startedAt },
        said: this.sealer.seal(said, SEAL_PLACES.cmi5Said(tenantId, id)) as never,
        token: this.sealer.seal(token, SEAL_PLACES.cmi5Token(tenantId, id)) as never,
      });
      const { statements } = decide(await statedSoFar(manager, session));
      await addStatements(manager, this.sealer, session, statements, { at: startedAt, requestId });
    });
  }

  redeem(ticketHash: string, now: Date): Promise<Cmi5Session | undefined> {
    return inTransaction(this.dataSource, async (manager) => {
      const good = { ticketHash, ticketExpiresAt: MoreThan(now) };
      const row = await manager.findOne(Cmi5SessionEntity, {
        where: good,
        lock: { mode: 'pessimistic_write' },
      });
      if (row === null) return undefined;
      await manager.update(Cmi5SessionEntity, { id: row.id }, { ticketHash: null });
      return this.sessionOf(row);
    });
  }

  change(
    of: Parameters<Cmi5Sessions['change']>[0],
    decide: Parameters<Cmi5Sessions['change']>[1],
    requestId: string,
  ): Promise<Cmi5Session | undefined> {
    return inTransaction(this.dataSource, async (manager) => {
      const row = await manager.findOne(Cmi5SessionEntity, {
        where: { ...of, endedAt: IsNull() },
        order: { startedAt: 'DESC' },
        lock: { mode: 'pessimistic_write' },
      });
      if (row === null) return undefined;
      const session = this.sessionOf(row);
      const { statements, lastSeenAt, endedAt } = decide(session, await statedSoFar(manager, session));
      await manager.update(Cmi5SessionEntity, { id: row.id }, { lastSeenAt, endedAt });
      await addStatements(manager, this.sealer, session, statements, { at: lastSeenAt, requestId });
      return { ...session, lastSeenAt, endedAt };
    });
  }

  async next(tenantId: string, sessionId: string, now: Date): Promise<NextStatement | undefined> {
    const { manager } = this.dataSource;
    const session = await manager.findOneBy(Cmi5SessionEntity, { tenantId, id: sessionId });
    const row = await manager.findOne(StatementEntity, {
      where: { tenantId, sessionId, state: Not('delivered') },
      order: { position: 'ASC' },
    });
    if (session === null || row === null || row.body === null) return undefined;
    if (row.state === 'needs-attention') return undefined;
    if (row.state === 'retrying' && row.nextTryAt !== null && row.nextTryAt > now) return undefined;
    const place = SEAL_PLACES.statementBody(tenantId, row.statementId);
    return {
      id: row.id,
      endpoint: session.endpoint,
      body: this.sealer.open(row.body, place, z.custom<Statement>()),
      token: this.tokenOf(session),
      tries: row.tries,
    };
  }

  note(id: string, delivery: Delivery, at: Date): Promise<void> {
    return inTransaction(this.dataSource, async (manager) => {
      const row = await manager.findOne(StatementEntity, {
        where: { id, state: Not('delivered') },
        lock: { mode: 'pessimistic_write' },
      });
      if (row === null) return;
      const done = delivery.state === 'delivered';
      await manager.update(
        StatementEntity,
        { id },
        { ...delivery, tries: row.tries + 1, changedAt: at, ...(done ? { body: null } : {}) },
      );
      if (delivery.cause === 'new-launch' || (done && row.verb === 'terminated'))
        await manager.update(Cmi5SessionEntity, { id: row.sessionId }, { token: null });
    });
  }

  queueDue(now: Date, leaseUntil: Date, requestId: string): Promise<number> {
    return inTransaction(this.dataSource, async (manager) => {
      const due = await manager.find(StatementEntity, {
        where: { state: In(['waiting', 'retrying']), nextTryAt: LessThan(now) },
        order: { nextTryAt: 'ASC' },
        take: BATCH,
        lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
      });
      const sessions = new Set<string>();
      for (const { id, tenantId, sessionId, position, epoch } of due) {
        await manager.update(
          StatementEntity,
          { id },
          { state: 'waiting', epoch: epoch + 1, nextTryAt: leaseUntil },
        );
        if (sessions.has(sessionId)) continue;
        sessions.add(sessionId);
        const name = `${String(position)}-${String(epoch + 1)}`;
        await queueSession(manager, { tenantId, sessionId, name }, requestId);
      }
      return sessions.size;
    });
  }

  async silentSince(before: Date): Promise<readonly { tenantId: string; id: string }[]> {
    return this.dataSource.manager.find(Cmi5SessionEntity, {
      select: { tenantId: true, id: true },
      where: { endedAt: IsNull(), lastSeenAt: LessThan(before) },
      order: { lastSeenAt: 'ASC' },
      take: BATCH,
    });
  }

  async list(
    tenantId: string,
    { limit, before, state }: Parameters<Cmi5Sessions['list']>[1],
  ): Promise<readonly RecordStatement[]> {
    const { manager } = this.dataSource;
    const rows = await manager.find(StatementEntity, {
      where: {
        tenantId,
        ...(before === undefined ? {} : { id: LessThan(before) }),
        ...(state === undefined ? {} : { state }),
      },
      order: { id: 'DESC' },
      take: limit,
    });
    const ids = [...new Set(rows.map(({ sessionId }) => sessionId))];
    const sessions = new Map(
      (await manager.findBy(Cmi5SessionEntity, { id: In(ids) })).map((each) => [each.id, each]),
    );
    return rows.flatMap((row) => {
      const session = sessions.get(row.sessionId);
      return session === undefined ? [] : [toldOf(row, session)];
    });
  }

  purge(before: Date): Promise<number> {
    return inTransaction(this.dataSource, async (manager) => {
      const rows = await manager.find(Cmi5SessionEntity, {
        select: { id: true },
        where: { endedAt: LessThan(before) },
        take: BATCH,
      });
      return forgetSessions(
        manager,
        rows.map(({ id }) => id),
      );
    });
  }

  private sessionOf(entity: Cmi5SessionEntity): Cmi5Session {
    const { said, token: _token, ticketHash: _hash, ticketExpiresAt: _until, ...row } = entity;
    const place = SEAL_PLACES.cmi5Said(row.tenantId, row.id);
    return { ...row, said: this.sealer.open(said, place, z.custom<SaidAtLaunch>()) };
  }

  private tokenOf({ tenantId, id, token }: Cmi5SessionEntity): string | null {
    if (token === null) return null;
    return this.sealer.open(token, SEAL_PLACES.cmi5Token(tenantId, id), z.string());
  }
}

/** Sessions with what they stated. @returns how many */
async function forgetSessions(manager: EntityManager, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  await manager.delete(StatementEntity, { sessionId: In([...ids]) });
  return (await manager.delete(Cmi5SessionEntity, { id: In([...ids]) })).affected ?? 0;
}

/** All of a learner: what names them goes, sent or not. */
export async function forgetSessionsOf(
  manager: EntityManager,
  tenantId: string,
  learnerId: string,
): Promise<void> {
  const rows = await manager.find(Cmi5SessionEntity, {
    select: { id: true },
    where: { tenantId, learnerId },
  });
  await forgetSessions(
    manager,
    rows.map(({ id }) => id),
  );
}

function toldOf(row: StatementEntity, session: Cmi5SessionEntity): RecordStatement {
  const { id, statementId, sessionId, verb, state, cause, status, tries, nextTryAt, at, changedAt } = row;
  const { connectionId, learnerId, assignmentId } = session;
  return {
    ...{ id, statementId, sessionId, connectionId, learnerId, assignmentId },
    ...{ verb, state, cause, status, tries },
    nextTryAt: (state === 'retrying' && nextTryAt?.toISOString()) || null,
    at: at.toISOString(),
    changedAt: changedAt.toISOString(),
  };
}
