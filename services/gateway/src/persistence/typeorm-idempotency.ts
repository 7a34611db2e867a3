import { type Sealed } from '@openrounds/contracts';
import { LessThan, type DataSource } from 'typeorm';
import { type Claimed, type IdempotencyClaim, type IdempotencyStore } from '../ports/idempotency';
import { IdempotencyEntity } from './entities/idempotency.entity';
import { claimKey, settleKey } from './idempotency-rows';

export class TypeOrmIdempotency implements IdempotencyStore {
  constructor(private readonly dataSource: DataSource) {}

  claim(claim: IdempotencyClaim, at: Date): Promise<Claimed> {
    return claimKey(this.dataSource.manager, claim, at);
  }

  async settle(claim: IdempotencyClaim, answer: Sealed | null, at: Date): Promise<void> {
    await settleKey(this.dataSource.manager, claim, answer, at);
  }

  async forget(before: Date): Promise<number> {
    const { affected } = await this.dataSource.manager.delete(IdempotencyEntity, {
      createdAt: LessThan(before),
    });
    return affected ?? 0;
  }
}
