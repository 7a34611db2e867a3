import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  ReleaseFeedbackInput,
  ROLE_SHAPES,
  roleJobId,
  SEAL_PLACES,
  type TeachingRole,
} from '@openrounds/contracts';
import { DATA_SOURCE, inTransaction } from '@openrounds/persistence';
import { Sealer } from '@openrounds/platform';
import { In, IsNull, MoreThan, Not, type DataSource, type EntityManager } from 'typeorm';
import { type PurgedRows } from '../ports/purged-rows';
import {
  type About,
  type NewRoleRequest,
  type RoleRequestsOf,
  type RoleRequestStore,
  type StoredRoleRequest,
} from '../ports/role-request-store';
import { RoleRequestEntity } from './entities/role-request.entity';
import { OUTBOX } from './outbox';
import { purgeRows } from './purge-rows';

/** The row that is held while something about it is kept: who erases it waits, and takes what was kept with it. An erased case has no attempt. */
const HELD = {
  attempt:
    'attempts a JOIN assignments s USING (assignment_id) WHERE a.tenant_id = $1 AND attempt_id = $2 AND s.body IS NOT NULL FOR UPDATE OF a FOR SHARE OF s',
  case: 'teaching_cases WHERE tenant_id = $1 AND case_id = $2 FOR UPDATE',
  room: 'participants WHERE tenant_id = $1 AND participant_id = $2 FOR UPDATE',
} as const;

@Injectable()
export class TypeOrmRoleRequests implements RoleRequestStore {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    private readonly sealer: Sealer,
  ) {}

  add<Role extends TeachingRole>(request: NewRoleRequest<Role>, most: number): Promise<void> {
    const { id, tenantId, role, about, owner, createdAt, meta } = request;
    return inTransaction(this.dataSource, async (manager) => {
      await holdRow(manager, tenantId, about);
      if (await manager.existsBy(RoleRequestEntity, { tenantId, id })) return;
      const before = await manager.countBy(RoleRequestEntity, { tenantId, role, aboutId: about.id, owner });
      if (before >= most) throw new DomainError('thread-full');
      const asked = this.sealer.seal(request.asked, SEAL_PLACES.roleAsked(tenantId, id));
      await manager.insert(RoleRequestEntity, {
        ...{ id, tenantId, role, owner, createdAt },
        language: request.language,
        aboutId: about.id,
        caseId: 'caseId' in about ? about.caseId : null,
        participantId: about.kind === 'room' ? about.participantId : null,
        roundId: about.kind === 'room' ? about.roundId : null,
        number: about.kind === 'room' ? about.number : null,
        ...{ asked: asked as never, said: null, released: null, releasedAt: null },
        completedAt: meta === null ? createdAt : null,
        fault: meta === null ? 'no-answer' : null,
      });
      if (meta === null) return;
      const payload = { meta, role, roleRequestId: id, sealed: asked };
      const jobId = roleJobId(id, 'play');
      await OUTBOX.add(manager, { queue: 'ddx-ranking-llm', job: 'play-role.v1', jobId, payload });
    });
  }

  async list<Role extends TeachingRole>({
    owner,
    ...of
  }: RoleRequestsOf<Role>): Promise<readonly StoredRoleRequest<Role>[]> {
    const rows = await this.dataSource.manager.find(RoleRequestEntity, {
      where: { ...(of as RoleRequestsOf<TeachingRole>), ...(owner === undefined ? {} : { owner }) },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    return rows.map((row) => this.opened(of.role, row));
  }

  async askedBy(
    tenantId: string,
    learnerId: string,
    { limit, after }: Parameters<RoleRequestStore['askedBy']>[2],
  ): Promise<readonly StoredRoleRequest<'patient'>[]> {
    const later = after === null ? {} : { id: MoreThan(after) };
    const rows = await this.dataSource.manager.find(RoleRequestEntity, {
      where: { tenantId, role: 'patient', owner: learnerId, ...later },
      order: { id: 'ASC' },
      take: limit,
    });
    return rows.map((row) => this.opened('patient', row));
  }

  async releasedTo(
    tenantId: string,
    participantIds: readonly string[],
  ): Promise<readonly StoredRoleRequest<'feedback-drafter'>[]> {
    const rows = await this.dataSource.manager.find(RoleRequestEntity, {
      where: { tenantId, participantId: In([...participantIds]), releasedAt: Not(IsNull()) },
      order: { releasedAt: 'ASC' },
    });
    return rows.map((row) => this.opened('feedback-drafter', row));
  }

  async finish(
    tenantId: string,
    id: string,
    { sealed, fault, at }: Parameters<RoleRequestStore['finish']>[2],
  ): Promise<void> {
    await this.dataSource.manager.update(
      RoleRequestEntity,
      { tenantId, id, completedAt: IsNull() },
      { completedAt: at, said: (sealed ?? null) as never, fault },
    );
  }

  async release(
    tenantId: string,
    { roomId, id }: Parameters<RoleRequestStore['release']>[1],
    given: ReleaseFeedbackInput,
    releasedAt: Date,
  ): Promise<boolean> {
    const released = this.sealer.seal(given, SEAL_PLACES.roleReleased(tenantId, id));
    const { affected } = await this.dataSource.manager.update(
      RoleRequestEntity,
      { tenantId, id, aboutId: roomId, role: 'feedback-drafter', said: Not(IsNull()) },
      { released: released as never, releasedAt },
    );
    return affected === 1;
  }

  purge(before: Date): Promise<PurgedRows> {
    return purgeRows(this.dataSource, before, { role_requests: 'created_at < $1' });
  }

  private opened<Role extends TeachingRole>(role: Role, row: RoleRequestEntity): StoredRoleRequest<Role> {
    const { tenantId, id, aboutId, language, participantId, roundId, number, createdAt, completedAt, fault } =
      row;
    const { asked, said } = ROLE_SHAPES[role];
    const place = SEAL_PLACES.roleReleased(tenantId, id);
    return {
      ...{ id, aboutId, language, participantId, roundId, number, createdAt, completedAt, fault },
      asked: this.sealer.open(row.asked, SEAL_PLACES.roleAsked(tenantId, id), asked),
      said: row.said && this.sealer.open(row.said, SEAL_PLACES.roleSaid(tenantId, id), said),
      released:
        row.released === null || row.releasedAt === null
          ? null
          : { ...this.sealer.open(row.released, place, ReleaseFeedbackInput), releasedAt: row.releasedAt },
    } as StoredRoleRequest<Role>;
  }
}

/** @throws DomainError `not-found` */
async function holdRow(manager: EntityManager, tenantId: string, about: About): Promise<void> {
  const held = about.kind === 'room' ? about.participantId : about.id;
  const rows = await manager.query<unknown[]>(`SELECT 1 FROM ${HELD[about.kind]}`, [tenantId, held]);
  if (rows.length === 0) throw new DomainError('not-found');
}
