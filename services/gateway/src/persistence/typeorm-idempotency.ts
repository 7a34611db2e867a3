import { Inject, Injectable } from '@nestjs/common';
import { DATA_SOURCE } from '@openrounds/persistence';
import { LessThan, type DataSource } from 'typeorm';
import { type Claimed, type IdempotencyClaim, type IdempotencyStore } from '../ports/idempotency';
import { IdempotencyEntity } from './entities/idempotency.entity';
import { claimKey } from './idempotency-rows';

@Injectable()
export class TypeOrmIdempotency implements IdempotencyStore {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  claim(claim: IdempotencyClaim, at: Date): Promise<Claimed> {
    return claimKey(this.dataSource.manager, claim, at);
  }

  async forget(before: Date): Promise<number> {
    const { affected } = await this.dataSource.manager.delete(IdempotencyEntity, {
      createdAt: LessThan(before),
    });
    return affected ?? 0;
  }

  async forgetOf(tenantId: string, subject: string): Promise<void> {
    await this.dataSource.manager.delete(IdempotencyEntity, { tenantId, subject });
  }
}
