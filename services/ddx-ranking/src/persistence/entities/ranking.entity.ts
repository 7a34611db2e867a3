import { type CodedAnswer, type EngineFacts, type RunOptions, type Versions } from '@openrounds/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity({ name: 'rankings' })
@Index(['tenantId', 'caseId'])
export class RankingEntity {
  @PrimaryColumn('uuid')
  runId!: string;

  @Column('text')
  tenantId!: string;

  @Column('uuid')
  caseId!: string;

  @Column('timestamptz')
  rankedAt!: Date;

  @Column('jsonb')
  versions!: Versions;

  @Column('jsonb')
  options!: RunOptions;

  @Column('jsonb')
  facts!: EngineFacts;

  /** Of a ranking that was written before answers rested packed. */
  @Column('jsonb', { nullable: true })
  answer!: CodedAnswer | null;

  /** The answer, packed as it travels. */
  @Column('bytea', { nullable: true })
  packedAnswer!: Buffer | null;

  /** The answer as it is read in parts, where it is too large to be sent; not read with the rest. */
  @Column('bytea', { nullable: true, select: false })
  packed!: Buffer | null;
}
