import { type CaseState } from '@openrounds/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A teacher's own case. Built-in ones come with the knowledge base and have no row. */
@Entity({ name: 'teaching_cases' })
@Index(['tenantId', 'caseId'])
export class TeachingCaseEntity {
  @PrimaryColumn('uuid')
  caseId!: string;

  @Column('text')
  tenantId!: string;

  @Column('text')
  ownerSubject!: string;

  @Column('text')
  state!: CaseState;

  @Column('integer')
  newestVersion!: number;

  @Column('integer', { nullable: true })
  publishedVersion!: number | null;
}
