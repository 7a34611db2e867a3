import { type CodedCase, type EngineFacts, type Sealed } from '@openrounds/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What intake made of a case for one run: so that a job that comes twice finds its work done. */
@Entity({ name: 'intake_results' })
@Index(['tenantId', 'caseId'])
export class IntakeResultEntity {
  @PrimaryColumn('uuid')
  runId!: string;

  @Column('text')
  tenantId!: string;

  @Column('uuid')
  caseId!: string;

  @Column('integer')
  caseVersion!: number;

  @Column('jsonb')
  codedCase!: CodedCase;

  @Column('jsonb')
  facts!: EngineFacts;

  @Column('jsonb')
  understood!: Sealed;
}
