import { type Sealed } from '@openrounds/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a principal's idempotency key stood for: kept for 24 hours. */
@Entity({ name: 'idempotency_keys' })
@Index(['createdAt'])
@Index(['resourceId'])
export class IdempotencyEntity {
  @PrimaryColumn('text')
  tenantId!: string;

  @PrimaryColumn('text')
  subject!: string;

  @PrimaryColumn('text')
  key!: string;

  @Column('text')
  operation!: string;

  /** SHA-256 of the canonical body. */
  @Column('text')
  bodyHash!: string;

  @Column('uuid')
  resourceId!: string;

  /** Not written any more: an answer is made again from its resource. The column goes with the next version. */
  @Column('jsonb', { nullable: true })
  answer!: Sealed | null;

  @Column('timestamptz')
  createdAt!: Date;
}
