import { type Sealed } from '@openrounds/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A version of a teacher's case; never updated. What people wrote rests sealed. */
@Entity({ name: 'case_versions' })
@Index(['tenantId', 'contentHash'])
export class CaseVersionEntity {
  @PrimaryColumn('uuid')
  caseId!: string;

  @PrimaryColumn('integer')
  version!: number;

  @Column('text')
  tenantId!: string;

  @Column('text')
  contentHash!: string;

  /** The whole case. */
  @Column('jsonb')
  body!: Sealed;

  /** What lists show of it, with the note of who made it: read without opening the case. */
  @Column('jsonb')
  card!: Sealed;

  @Column('text')
  origin!: 'fictional' | 'consented';

  @Column('text')
  madeBy!: string;

  @Column('timestamptz')
  madeAt!: Date;

  @Column('integer')
  masked!: number;

  @Column('text', { nullable: true })
  changeId!: string | null;
}
