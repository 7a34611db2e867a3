import { SEAL_PLACES } from '@openrounds/contracts';
import { newId, type Sealer } from '@openrounds/platform';
import { In, Not, type EntityManager } from 'typeorm';
import { type Cmi5Session } from '../model/cmi5-session';
import { type NewStatement, type StatedSoFar } from '../model/statements-of-session';
import { Cmi5SessionEntity } from './entities/cmi5-session.entity';
import { StatementEntity } from './entities/statement.entity';
import { OUTBOX } from './outbox';

/** A job of that time that was not worked on is taken for lost. */
const LEASE_MS = 60_000;

/** What a session stated, and what earlier ones of the same registration and unit did. */
export async function statedSoFar(
  manager: EntityManager,
  session: Omit<Cmi5Session, 'said'>,
): Promise<StatedSoFar> {
  const own = await manager.find(StatementEntity, {
    where: { sessionId: session.id },
    order: { position: 'ASC' },
  });
  const { id, tenantId, learnerId, registration, activityId } = session;
  const others = await manager.find(Cmi5SessionEntity, {
    select: { id: true },
    where: { id: Not(id), tenantId, learnerId, registration, activityId },
  });
  const before = await manager.find(StatementEntity, {
    select: { verb: true },
    where: { sessionId: In(others.map((each) => each.id)) },
  });
  return {
    stated: own.map(({ verb }) => verb),
    before: new Set(before.map(({ verb }) => verb)),
    lastAt: own.at(-1)?.at ?? null,
  };
}

/** Keeps statements behind those of their session, and queues them; one that is there stays as it is. */
export async function addStatements(
  manager: EntityManager,
  sealer: Sealer,
  { tenantId, id: sessionId }: Pick<Cmi5Session, 'tenantId' | 'id'>,
  statements: readonly NewStatement[],
  of: { readonly at: Date; readonly requestId: string },
): Promise<void> {
  const ids = statements.map(({ id }) => id);
  const known = await manager.findBy(StatementEntity, { statementId: In(ids) });
  const fresh = statements.filter(({ id }) => !known.some(({ statementId }) => statementId === id));
  if (fresh.length === 0) return;
  const before = await manager.countBy(StatementEntity, { sessionId });
  for (const [no, { id, verb, body, at }] of fresh.entries())
    await manager.insert(StatementEntity, {
      ...{ id: newId(), statementId: id, tenantId, sessionId, position: before + no + 1, verb, at },
      body: sealer.seal(body, SEAL_PLACES.statementBody(tenantId, id)) as never,
      ...{ state: 'waiting', cause: null, status: null, tries: 0, epoch: 0 },
      ...{ nextTryAt: new Date(of.at.getTime() + LEASE_MS), changedAt: of.at },
    });
  await queueSession(manager, { tenantId, sessionId, name: `${String(before + 1)}-0` }, of.requestId);
}

/** @param name what is to be sent first, and how often it was queued: queues remember the names of jobs */
export const queueSession = (
  manager: EntityManager,
  {
    tenantId,
    sessionId,
    name,
  }: { readonly tenantId: string; readonly sessionId: string; readonly name: string },
  requestId: string,
): Promise<void> =>
  OUTBOX.add(manager, {
    queue: 'integration',
    job: 'send-statement.v1',
    jobId: `${sessionId}-send-statement-v1-${name}`,
    payload: { meta: { tenantId, requestId }, sessionId },
  });
