import { Inject, Injectable } from '@nestjs/common';
import { SEAL_PLACES } from '@openrounds/contracts';
import { type Launch } from '@openrounds/lti';
import { DATA_SOURCE } from '@openrounds/persistence';
import { Sealer } from '@openrounds/platform';
import { IsNull, LessThan, Not, type DataSource } from 'typeorm';
import { z } from 'zod';
import {
  type AskedLogin,
  type BegunLaunch,
  type LaunchStore,
  type StoredLaunch,
  type Ticket,
} from '../ports/launch-store';
import { LaunchEntity } from './entities/launch.entity';
import { TicketEntity } from './entities/ticket.entity';

/** Whoever guesses 256 bits in three tries may come in. */
const TRIES = 3;

@Injectable()
export class TypeOrmLaunches implements LaunchStore {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    private readonly sealer: Sealer,
  ) {}

  async begin({ login, ...launch }: BegunLaunch): Promise<void> {
    const sealed = this.sealer.seal(login, SEAL_PLACES.launchLogin(launch.tenantId, launch.id));
    await this.dataSource.manager.insert(LaunchEntity, { ...launch, login: sealed as never });
  }

  async find(id: string): Promise<StoredLaunch | undefined> {
    const row = await this.dataSource.manager.findOneBy(LaunchEntity, { id });
    return row === null ? undefined : this.launchOf(row);
  }

  async spend(id: string, said: Launch, at: Date): Promise<boolean> {
    const { manager } = this.dataSource;
    const row = await manager.findOneBy(LaunchEntity, { id });
    if (row === null) return false;
    const changes = {
      spentAt: at,
      said: this.sealer.seal(said, SEAL_PLACES.launchSaid(row.tenantId, id)) as never,
      chooses: said.choice !== null,
    };
    const { affected } = await manager.update(LaunchEntity, { id, spentAt: IsNull() }, changes);
    return affected === 1;
  }

  async prove(id: string, secretHash: string, at: Date): Promise<boolean> {
    const { manager } = this.dataSource;
    const open = { id, spentAt: Not(IsNull()), provedAt: IsNull(), tries: LessThan(TRIES) };
    const { affected } = await manager.update(LaunchEntity, open, { tries: () => 'tries + 1' });
    if (affected !== 1) return false;
    const unproved = { id, secretHash, provedAt: IsNull() };
    return (await manager.update(LaunchEntity, unproved, { provedAt: at })).affected === 1;
  }

  async addTicket(sha256: string, ticket: Ticket, expiresAt: Date): Promise<void> {
    await this.dataSource.manager.insert(TicketEntity, { sha256, ...ticket, expiresAt });
  }

  async redeem(sha256: string, at: Date): Promise<Ticket | undefined> {
    return this.dataSource.transaction(async (manager) => {
      const row = await manager.findOne(TicketEntity, {
        where: { sha256 },
        lock: { mode: 'pessimistic_write' },
      });
      if (row === null) return undefined;
      await manager.delete(TicketEntity, { sha256 });
      const { sha256: _hash, expiresAt, ...ticket } = row;
      return expiresAt > at ? ticket : undefined;
    });
  }

  async endChoice(id: string): Promise<boolean> {
    return (await this.dataSource.manager.delete(LaunchEntity, { id, chooses: true })).affected === 1;
  }

  async purge({ begun, choosing, now }: Parameters<LaunchStore['purge']>[0]): Promise<number> {
    const { manager } = this.dataSource;
    const forgotten = [
      await manager.delete(TicketEntity, { expiresAt: LessThan(now) }),
      await manager.delete(LaunchEntity, { begunAt: LessThan(begun), chooses: false }),
      await manager.delete(LaunchEntity, { begunAt: LessThan(choosing) }),
    ];
    return forgotten.reduce((sum, { affected }) => sum + (affected ?? 0), 0);
  }

  private launchOf({ tries: _tries, chooses: _chooses, login, said, ...row }: LaunchEntity): StoredLaunch {
    const { tenantId, id } = row;
    const place = SEAL_PLACES.launchSaid(tenantId, id);
    return {
      ...row,
      login: this.sealer.open(login, SEAL_PLACES.launchLogin(tenantId, id), z.custom<AskedLogin>()),
      said: said === null ? null : this.sealer.open(said, place, z.custom<Launch>()),
    };
  }
}
