import { type GuidelinesResult } from '@openrounds/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity({ name: 'retrievals' })
@Index(['tenantId', 'caseId'])
export class RetrievalEntity {
  @PrimaryColumn('uuid')
  runId!: string;

  @Column('text')
  tenantId!: string;

  @Column('uuid')
  caseId!: string;

  @Column('timestamptz')
  retrievedAt!: Date;

  @Column('jsonb')
  result!: GuidelinesResult;
}
