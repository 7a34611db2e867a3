import { type Sealed } from '@openrounds/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody besides its author says of a version. */
@Entity({ name: 'case_reviews' })
export class CaseReviewEntity {
  @PrimaryColumn('uuid')
  caseId!: string;

  @PrimaryColumn('integer')
  version!: number;

  @PrimaryColumn('text')
  reviewer!: string;

  @Column('text')
  tenantId!: string;

  @Column('text')
  verdict!: 'agree' | 'change';

  @Column('jsonb', { nullable: true })
  comment!: Sealed | null;

  @Column('timestamptz')
  at!: Date;
}
