import { type Masked, type Sealed } from '@openrounds/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A version of a case. What was given and what was understood of it rest sealed: both hold narrative. */
@Entity({ name: 'case_versions' })
@Index(['tenantId', 'caseId'])
@Index(['narrativeKept', 'createdAt'])
export class CaseVersionEntity {
  @PrimaryColumn('uuid')
  caseId!: string;

  @PrimaryColumn('integer')
  version!: number;

  @Column('text')
  tenantId!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('jsonb')
  content!: Sealed;

  @Column('jsonb')
  masked!: Masked[];

  /** False once retention has taken the narrative out. */
  @Column('boolean')
  narrativeKept!: boolean;
}
